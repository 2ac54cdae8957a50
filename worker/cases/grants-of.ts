import type { ExplanationView, Formula, FormulaBasis, FormulaKind, FormulaStandard, GrantView, PayoutStepTerm, Place } from '../contract/index.ts'
import { explanationView, formulaWords, grantView } from '../contract/index.ts'
import { owedKinds } from '../explanations/index.ts'
import type { Caller } from '../identity/index.ts'
import { maskedName, personCell } from '../identity/index.ts'
import { daysLeftSql } from '../policy/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { beijingDay, statement, textOpen } from '../platform/index.ts'
import type { Case } from './case.ts'
import { payoutOrdersFact, payoutOrdersOf } from './payout-orders.ts'

/** The grants of a request (cancelled ones too) with payouts, goods, explanation and what may be ordered: six facts. */
export function grantFacts(ctx: Context, requestId: string, caller: Caller): Statement[] {
  return [
    statement(
      `SELECT g.*, n.name_cipher AS approver, x.cipher AS reason, c.cancelled_at, d.paid_on, e.prefilled,
         p.dibao_fen, p.rural_dibao_fen, p.formula_basis, p.light_cap_fen,
         d.due_on, d.provisional, ${daysLeftSql('d.due_on').replaceAll('?1', '?2')} AS days_left,
         (SELECT id_number_index IS NOT NULL FROM persons WHERE id = g.person_id) AS identified,
         EXISTS (SELECT 1 FROM owing_payouts WHERE grant_id = g.id) AS owing
       FROM grants g JOIN persons n ON n.id = g.approved_by JOIN policies p ON p.version = g.policy_version LEFT JOIN texts x ON x.id = g.reason_text_id
       LEFT JOIN cancellations c ON c.grant_id = g.id LEFT JOIN explanations e ON e.grant_id = g.id
       LEFT JOIN explanation_clocks d ON d.grant_id = g.id
       WHERE g.request_id = ?1 ORDER BY g.granted_at`,
      requestId,
      beijingDay(ctx.clock()),
    ),
    statement(
      `SELECT p.grant_id, p.n, p.fen, p.channel, p.planned_on, s.evidence_id, s.handed_at,
         (SELECT at FROM entries WHERE payout_id = p.id AND event = 'send' ORDER BY seq DESC LIMIT 1) AS sent_at, y.day AS paid_on, y.paper,
         (SELECT event FROM entries WHERE payout_id = p.id ORDER BY seq DESC LIMIT 1) AS last_event,
         (SELECT sum(iif(e.event = 'write_off', 0, e.fen)) >= 1 AND sum(e.fen) = p.fen FROM entries e
           WHERE e.payout_id = p.id AND e.event IN ('recover', 'write_off', 'late_return')
             AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = p.fund_code AND u.undoes = e.seq)) AS came_back,
         (SELECT json_group_object(place, fen) FROM balances WHERE fund_code = p.fund_code AND key = p.id AND fen > 0
           AND place IN ('bank.held', 'cash.held', 'bank.sent', 'awaiting', 'overdue', 'recoverable')) AS lies
       FROM payouts p JOIN grants g ON g.id = p.grant_id LEFT JOIN live_slips s ON s.payout_id = p.id
       LEFT JOIN entries y ON y.fund_code = p.fund_code AND y.seq = (
         SELECT max(seq) FROM entries WHERE payout_id = p.id AND event = 'paid' AND NOT EXISTS (
           SELECT 1 FROM entries u WHERE u.payout_id = p.id AND u.undoes = entries.seq))
       WHERE g.request_id = ? ORDER BY p.n`,
      requestId,
    ),
    statement(
      `SELECT o.*, x.cipher FROM grant_goods o JOIN grants g ON g.id = o.grant_id JOIN texts x ON x.id = o.name_text_id
       WHERE g.request_id = ? ORDER BY o.ordinal`,
      requestId,
    ),
    statement(
      `SELECT f.*, n.name_cipher AS filer, EXISTS (SELECT 1 FROM posts WHERE person_id = f.filed_by) AS officer, a.accepted_at, k.id AS acceptor_id, k.name_cipher AS acceptor, b.reason_text_id, x.cipher AS return_reason
       FROM filings f JOIN grants g ON g.id = f.grant_id JOIN persons n ON n.id = f.filed_by
       LEFT JOIN filing_acceptances a ON a.grant_id = f.grant_id AND a.n = f.n LEFT JOIN persons k ON k.id = a.accepted_by
       LEFT JOIN filing_returns b ON b.grant_id = f.grant_id AND b.n = f.n LEFT JOIN texts x ON x.id = b.reason_text_id
       WHERE g.request_id = ? AND f.n = (SELECT max(n) FROM filings WHERE grant_id = f.grant_id)`,
      requestId,
    ),
    statement(
      `SELECT i.grant_id, i.n, i.ordinal, i.kind, i.text_id, x.cipher,
         (SELECT json_group_array(evidence_id) FROM filing_photos p WHERE p.grant_id = i.grant_id AND p.n = i.n AND p.ordinal = i.ordinal) AS photos
       FROM filing_items i JOIN grants g ON g.id = i.grant_id LEFT JOIN texts x ON x.id = i.text_id WHERE g.request_id = ? ORDER BY i.ordinal`,
      requestId,
    ),
    payoutOrdersFact(requestId, caller, ctx.clock()),
  ]
}

/** `near`: who asked or handles the case sees words and papers; others only sums and days. */
export function grantsOf(
  ctx: Context,
  file: Case,
  [grants = [], payouts = [], goods = [], filings = [], items = [], orders = []]: Row[][],
  near: boolean,
): GrantView[] {
  return grants.map((row) => {
    const mine = (one: Row) => one.grant_id === row.id
    const filing = filings.find(mine)
    return grantView.parse({
      id: row.id,
      number: row.number,
      track: row.track,
      amountFen: row.fen,
      grantedAt: row.granted_at,
      cancelledAt: row.cancelled_at,
      grantedBy: personCell(ctx.cipher, 'name', row.approved_by ?? '', row.approver),
      reason: near ? textOpen(ctx.cipher, row.reason_text_id, row.reason) : null,
      formula: formulaOf(row),
      goods: goods.filter(mine).map((one) => ({ name: textOpen(ctx.cipher, one.name_text_id, one.cipher), quantity: one.quantity, valueFen: one.value_fen })),
      payouts: payouts.filter(mine).map((one) => ({ ...payoutOf(one), orders: payoutOrdersOf(orders, one.grant_id, one.n) })),
      explanation: explanationOf(
        ctx,
        file,
        row,
        filing,
        items.filter((one) => mine(one) && one.n === filing?.n),
        near,
      ),
    })
  })
}

/** How the sum was worked out (F-1), in the standards of the policy that it was granted under. */
function formulaOf(row: Row): GrantView['formula'] {
  if (row.formula === null) return null
  const kind = row.formula as FormulaKind
  const [persons, count] = [row.formula_persons, row.formula_count].map((cell) => (cell === null ? null : Number(cell)))
  const base = row.formula_base as FormulaStandard | null
  const counted = { kind, base, persons: persons ?? null, count: count ?? null }
  const words = formulaWords(counted as Formula, {
    dibaoFen: Number(row.dibao_fen),
    ruralDibaoFen: row.rural_dibao_fen === null ? null : Number(row.rural_dibao_fen),
    formulaBasis: row.formula_basis as FormulaBasis,
    lightCapFen: Number(row.light_cap_fen),
  })
  return { ...counted, words }
}

/** An applicant who filed himself stays masked for who only looks on. */
function filerOf(ctx: Context, filing: Row | undefined, near: boolean): string | null {
  const name = filing ? personCell(ctx.cipher, 'name', filing.filed_by ?? '', filing.filer) : null
  return name === null || near || filing?.officer === 1 ? name : maskedName(name)
}

function payoutOf(row: Row) {
  const lies = JSON.parse(String(row.lies)) as Partial<Record<Place, number>>
  const step = stepOf(row, lies)
  const paid = step === 'paid' || step === 'recovering' || step === 'recovered'
  const serial = typeof row.paper === 'string' && !row.paper.startsWith('slip:') ? row.paper : null
  return {
    payout: row.n,
    amountFen: row.fen,
    channel: row.channel,
    step,
    sentAt: step === 'bounced' ? null : row.sent_at,
    paidOn: paid ? row.paid_on : null,
    bankSerial: paid ? serial : null,
    slipEvidenceId: row.evidence_id,
    plannedOn: row.planned_on,
    recoverableFen: lies.recoverable ?? 0,
  }
}

/** Where the payout's fen lie says where it stands; what came back is held again. */
function stepOf(row: Row, lies: Partial<Record<Place, number>>): PayoutStepTerm {
  if (lies.recoverable) return 'recovering'
  if (lies['bank.sent']) return 'sent'
  if (lies['bank.held'] || lies['cash.held']) {
    if (row.last_event === 'bounce' || row.last_event === 'reject') return 'bounced'
    return row.handed_at === null ? 'held' : 'cash_handed'
  }
  if (row.last_event === 'release') return 'released'
  return row.came_back === 1 ? 'recovered' : 'paid'
}

function explanationOf(
  ctx: Context,
  file: Case,
  grant: Row,
  filing: Row | undefined,
  items: Row[],
  near: boolean,
): ExplanationView | null {
  if (grant.prefilled === null || grant.cancelled_at !== null) return null
  const accepted = typeof filing?.accepted_at === 'string' && grant.owing === 0
  const returned = typeof filing?.reason_text_id === 'string'
  // a stage that was paid after the last explanation was accepted is owed one of its own
  const again = typeof filing?.accepted_at === 'string' && !accepted
  return explanationView.parse({
    explanationDays: grant.explanation_days,
    dueOn: grant.due_on,
    dueProvisional: grant.provisional === 1,
    // the clock stops while what was filed is being checked
    daysLeft: grant.due_on === null || grant.owing === 0 || (filing !== undefined && !returned && !again) ? null : grant.days_left,
    prefilled: grant.prefilled === 1,
    state: accepted ? 'accepted' : returned ? 'returned' : filing && !again ? 'filed' : 'owed',
    owed: owedKinds(file.causeCode, file.track, grant.identified === 1),
    filedAt: filing?.filed_at ?? null,
    filedBy: filerOf(ctx, filing, near),
    acceptedAt: filing?.accepted_at ?? null,
    acceptedBy: accepted ? personCell(ctx.cipher, 'name', filing?.acceptor_id ?? '', filing?.acceptor) : null,
    returnReason: near ? textOpen(ctx.cipher, filing?.reason_text_id, filing?.return_reason) : null,
    items: near
      ? items.map((item) => ({
          kind: item.kind,
          text: textOpen(ctx.cipher, item.text_id, item.cipher),
          evidenceIds: JSON.parse(String(item.photos)),
        }))
      : [],
  })
}
