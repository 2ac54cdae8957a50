import type { Submitted, SubmitRequest } from '../contract/index.ts'
import { ownPhotos, requirePhotos } from '../evidence/index.ts'
import type { Step } from '../identity/index.ts'
import { change } from '../identity/index.ts'
import { decideBy, dueFact, policyFact, policyLine, policyOf, proposeTrack } from '../policy/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { beijingDay, ProblemError, statement, textInsert } from '../platform/index.ts'
import { noticesOf, toldFact } from './notice.ts'
import { knownTo, personByIdNumber, personFill, personInsert } from './person.ts'
import { checkedIdNumber, requireReach } from './rules.ts'

type Names = 'township' | 'policy' | 'due' | 'person' | 'last' | 'photos' | 'told'

/**
 * Asks for help, for oneself or for somebody else (N-14): little is needed, the rest may come later (N-15, D-02).
 * The rule proposes the track. Refuses: input (with fields), township_unknown, evidence_unknown, post_required.
 */
export async function submitRequest(ctx: Context, input: SubmitRequest): Promise<Submitted> {
  requireReach(input)
  const idNumber = checkedIdNumber(ctx, input.idNumber)
  const prefix = `LSJZ${beijingDay(ctx.clock()).slice(0, 4)}-${input.townshipCode.slice(-3)}-`
  const photoIds = input.photoIds ?? []
  return change<Names, Submitted>(ctx, {
    chain: statement("coalesce((SELECT code FROM townships WHERE code = ?), 'county')", input.townshipCode),
    facts: {
      township: statement('SELECT name, phone FROM townships WHERE code = ?', input.townshipCode),
      policy: policyFact(beijingDay(ctx.clock())),
      due: dueFact(policyLine('standard_days', beijingDay(ctx.clock())), statement('SELECT ?', beijingDay(ctx.clock()))),
      person: personByIdNumber(ctx, idNumber),
      last: statement(
        'SELECT number FROM requests WHERE number > ? AND number < ? ORDER BY number DESC LIMIT 1',
        prefix,
        `${prefix}~`,
      ),
      photos: ownPhotos(ctx.tokenHash, photoIds),
      told: toldFact(ctx, idNumber),
    },
    plan: (rows, step) => {
      const township = rows.township[0]
      if (!township)
        throw new ProblemError('township_unknown', {
          fields: [{ field: 'townshipCode', label: '乡镇', message: '请从列表里选乡镇' }],
        })
      requirePhotos(photoIds, rows.photos, 'photoIds')
      const policy = policyOf(rows.policy[0])
      const track = proposeTrack(input.causeCode, input.askedFen ?? null, policy)
      const standardOn = typeof rows.due[0]?.day === 'string' ? rows.due[0].day : null
      const dueAt = decideBy(track, step.now, policy, standardOn).toISOString()
      const id = step.newId('req')
      const number = nextNumber(prefix, rows.last[0])
      const known = input.onBehalf ? knownTo(ctx, rows.person[0], input.name, step.caller.personId) : null
      return {
        object: id,
        statements: filed(ctx, step, { ...input, idNumber }, { id, number, track, dueAt, known, owner: rows.person[0], told: rows.told }),
        answer: {
          id,
          number,
          track,
          submittedAt: step.at,
          dueAt,
          township: { name: String(township.name), phone: String(township.phone) },
        },
      }
    },
  })
}

type Numbered = { id: string; number: string; track: string; dueAt: string; known: string | null; owner?: Row; told: Row[] }

function filed(ctx: Context, step: Step, input: SubmitRequest, numbered: Numbered) {
  const { id, number, track, dueAt, known, owner, told } = numbered
  const personId = known ?? (input.onBehalf ? step.newId('per') : step.caller.personId)
  // a number that belongs to somebody else is kept with the request for the caseworker, who sees the paper
  const free = owner === undefined || owner.id === personId
  const person = {
    name: input.name,
    phone: input.phone,
    idNumber: free ? input.idNumber : undefined,
    village: input.village,
    township: input.townshipCode,
  }
  const write = input.onBehalf !== undefined && known === null ? personInsert : personFill
  const claimed = textInsert(ctx.cipher, step, free ? null : input.idNumber)
  const phone = textInsert(ctx.cipher, step, input.phone)
  const story = textInsert(ctx.cipher, step, input.story)
  const village = textInsert(ctx.cipher, step, input.village)
  const proxy = textInsert(
    ctx.cipher,
    step,
    [input.onBehalf?.reason, input.onBehalf?.witness].filter(Boolean).join('\n'),
  )
  const request = statement(
    `INSERT INTO requests (id, number, township_code, person_id, submitted_by, proxy_relation, proxy_text_id, cause_code, track,
       asked_fen, story_text_id, village_text_id, phone_text_id, claimed_id_text_id, commitment_version, submitted_at, due_at, journal_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    number,
    input.townshipCode,
    personId,
    step.caller.personId,
    input.onBehalf?.relation ?? null,
    proxy.id,
    input.causeCode,
    track,
    input.askedFen ?? null,
    story.id,
    village.id,
    phone.id,
    claimed.id,
    input.commitmentVersion,
    step.at,
    dueAt,
    step.journalId,
  )
  const photos = (input.photoIds ?? []).map((photo) => photoInsert(id, photo, step.journalId))
  return [
    write(ctx, personId, person, step.journalId),
    ...story.statements,
    ...village.statements,
    ...proxy.statements,
    ...phone.statements,
    ...claimed.statements,
    request,
    ...photos,
    ...noticesOf(step, personId, input.notices, told),
  ]
}

export function photoInsert(requestId: string, evidenceId: string, journalId: string) {
  return statement(
    'INSERT INTO request_photos (request_id, evidence_id, journal_id) VALUES (?, ?, ?)',
    requestId,
    evidenceId,
    journalId,
  )
}

/** `LSJZ2026-001-00042`: year, township, running number (F-1 head). */
function nextNumber(prefix: string, last: Row | undefined): string {
  const running = last ? Number(String(last.number).slice(prefix.length)) + 1 : 1
  return prefix + String(running).padStart(5, '0')
}
