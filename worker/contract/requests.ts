/** Asking for help, and what an official sees of it (F-1). */
import * as z from 'zod'
import { caseFacts, judgeLimits } from './judged.ts'
import { commitmentVersions } from './commitment.ts'
import { exceptionView } from './exceptions.ts'
import { countyView } from './county.ts'
import { grantView } from './grants.ts'
import { giveNotice, noticesSeen } from './privacy.ts'
import {
  account,
  at,
  fen,
  formFen,
  id,
  idNumberText,
  on,
  page,
  pageQuery,
  personName,
  phone,
  townshipCode,
  words,
} from './shapes.ts'
import {
  causeCodes,
  escalationCodes,
  explanationKinds,
  payeeAuthorities,
  payeeKinds,
  payeeRelations,
  proxyRelations,
  queues,
  refusalCodes,
  requestActions,
  requestStatuses,
  timelineSteps,
  todoKinds,
  tracks,
} from './terms.ts'
import { duplicateTies } from './terms-household.ts'

const photoIds = z.array(id).max(9, '最多 9 张照片')

/** Who files for somebody else (N-14); the person's own telephone is then optional. */
export const onBehalf = z.strictObject({
  relation: z.enum(proxyRelations, '请选择您和他的关系'),
  reason: words(0, 200).optional(),
  witness: personName.optional(),
})
export const submitRequest = z.strictObject({
  causeCode: z.enum(causeCodes, '请选择出了什么事'),
  story: words(2, 1000),
  townshipCode,
  village: words(0, 40).optional(),
  phone: phone.optional(),
  name: personName.optional(),
  idNumber: idNumberText.optional(),
  askedFen: formFen.optional(),
  commitmentVersion: z.enum(commitmentVersions, '请阅读并勾选承诺'),
  onBehalf: onBehalf.optional(),
  notices: noticesSeen.optional(),
  photoIds: photoIds.optional(),
})
export const submitted = z.strictObject({
  id,
  number: z.string(),
  track: z.enum(tracks),
  submittedAt: at,
  dueAt: at,
  township: z.strictObject({ name: z.string(), phone: z.string() }),
})

/** Photos that were still on their way when the request was sent: a photo never holds up submitting. */
export const addPhotos = z.strictObject({ photoIds: photoIds.min(1, '请选择照片') })
export const photosAdded = z.strictObject({ id, photoIds: z.array(id) })

export const kin = z.union(
  [z.literal('none'), z.strictObject({ name: personName, relation: words(1, 20), post: words(1, 40) })],
  '请回答是否近亲属',
)
export const household = z.strictObject({
  householdId: id.optional(),
  /** Why it is a new household, though somebody alike is known. */
  newBecause: words(2, 200).optional(),
  members: z
    .array(z.strictObject({ name: personName, relation: words(1, 20), idNumber: idNumberText.optional() }))
    .max(20, '最多 20 人')
    .optional(),
})
export const payee = z.strictObject({
  kind: z.enum(payeeKinds, '请选择银行卡或存折'),
  holder: personName,
  bank: words(2, 60),
  account,
  relation: z.enum(payeeRelations, '请选择开户人和申请人的关系'),
  authority: z.enum(payeeAuthorities).optional(),
})
export const acceptRequest = z.strictObject({
  kin,
  household: household.optional(),
  payee: payee.optional(),
  name: personName.optional(),
  idNumber: idNumberText.optional(),
  /** Who was told face to face how their data is used; left out = still owed. */
  told: giveNotice.shape.told.optional(),
})
export const accepted = z.strictObject({ id, acceptedAt: at, householdId: id })
export const setPayee = payee
export const payeeSet = z.strictObject({ id, payeeSetAt: at })
export const refuseRequest = z.strictObject({
  code: z.enum(refusalCodes, '请选择不予救助的原因'),
  facts: words(4, 1000),
  reason: words(4, 1000),
})
export const refused = z.strictObject({ id, refusedAt: at, reviewUntilOn: on })
export const withdrawRequest = z.strictObject({ reason: words(0, 200).optional() })
export const withdrawn = z.strictObject({ id, withdrawnAt: at })
export const escalateRequest = z.strictObject({
  code: z.enum(escalationCodes, '请选择报县级的原因'),
  reason: words(2, 500),
})
export const escalated = z.strictObject({ id, escalatedAt: at })

export const requestsQuery = z.strictObject({ queue: z.enum(queues), ...pageQuery })
export const requestRow = z.strictObject({
  id,
  number: z.string(),
  name: z.string().nullable(),
  village: z.string().nullable(),
  townshipName: z.string(),
  causeCode: z.enum(causeCodes),
  track: z.enum(tracks),
  askedFen: fen.nullable(),
  grantedFen: fen.nullable(),
  submittedAt: at,
  dueAt: at,
  status: z.enum(requestStatuses),
  photoCount: z.int(),
  grantsThisYear: z.int(),
  explanationDueOn: on.nullable(),
  daysLeft: z.int().nullable(),
})
export const requestPage = page(requestRow)

/** One thing on a household's chain (C-07). `name` only for who handles the case. */
export const chainItem = z.strictObject({
  at,
  townshipName: z.string(),
  number: z.string(),
  requestId: id.nullable(),
  causeCode: z.enum(causeCodes),
  status: z.enum(requestStatuses),
  grantedFen: fen.nullable(),
  name: z.string().nullable(),
})

/** Another request of the last year that may be for the same need. Out of scope: town and day, no name, no number (DESIGN 3). */
export const duplicate = z.strictObject({
  tie: z.enum(duplicateTies),
  townshipName: z.string(),
  on,
  number: z.string().nullable(),
  requestId: id.nullable(),
  grantedFen: fen.nullable(),
  rules: z.array(z.string()),
})

/** Why a track would be refused now; `title` is ready to show. */
export const blocker = z.strictObject({ code: z.string(), title: z.string(), rules: z.array(z.string()) })

/** All that the deciding screen needs (LOOK, first screen). Sums in fen. */
export const decisionView = z.strictObject({
  fundCode: z.string(),
  availableFen: fen,
  cashFen: fen,
  quotaFen: fen,
  smallCapFen: fen,
  urgentCeilingFen: fen,
  cashCapFen: fen,
  explanationDays: z.int(),
  dueOn: on,
  dueProvisional: z.boolean(),
  owed: z.strictObject({ small: z.array(z.enum(explanationKinds)), urgent: z.array(z.enum(explanationKinds)) }),
  hasPayee: z.boolean(),
  chain: z.array(chainItem),
  grantsThisYear: z.int(),
  duplicates: z.array(duplicate),
  blockers: z.array(blocker),
  facts: caseFacts,
  limits: judgeLimits,
})

export const timelineItem = z.strictObject({
  at,
  step: z.enum(timelineSteps),
  unit: z.string(),
  phone: z.string(),
  by: z.string().nullable(),
  amountFen: fen.nullable(),
  words: z.string().nullable(),
})
export const requestView = z.strictObject({
  id,
  number: z.string(),
  status: z.enum(requestStatuses),
  track: z.enum(tracks),
  causeCode: z.enum(causeCodes),
  story: z.string().nullable(),
  townshipCode,
  townshipName: z.string(),
  townshipPhone: z.string(),
  village: z.string().nullable(),
  askedFen: fen.nullable(),
  submittedAt: at,
  dueAt: at,
  /** Whose data an officer of the case may reveal, with a reason (D-11). */
  personId: id.nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  idNumber: z.string().nullable(),
  /** Masked: a number typed into the form that belongs to somebody else; the caseworker compares it with the paper. */
  claimedIdNumber: z.string().nullable(),
  filedBy: z.strictObject({ name: z.string().nullable(), relation: z.enum(proxyRelations) }).nullable(),
  household: z.strictObject({ id, size: z.int() }).nullable(),
  possibleHouseholds: z.array(
    z.strictObject({ id, size: z.int(), head: z.string(), lastOn: on.nullable(), why: z.string() }),
  ),
  kin: z.strictObject({ name: z.string(), relation: z.string(), post: z.string() }).nullable(),
  payee: z
    .strictObject({
      id,
      kind: z.enum(payeeKinds),
      holder: z.string(),
      bank: z.string(),
      accountTail: z.string(),
      relation: z.enum(payeeRelations),
    })
    .nullable(),
  photoIds: z.array(id),
  refusal: z
    .strictObject({
      code: z.enum(refusalCodes),
      facts: z.string().nullable(),
      reason: z.string().nullable(),
      reviewUntilOn: on,
    })
    .nullable(),
  fundCode: z.string(),
  grants: z.array(grantView),
  exceptions: z.array(exceptionView),
  timeline: z.array(timelineItem),
  decision: decisionView.nullable(),
  /** Null unless it is the county's turn, or the county has granted it. */
  county: countyView.nullable(),
  actions: z.array(z.enum(requestActions)),
})

export const todo = z.strictObject({
  badge: z.int(),
  items: z.array(
    z.strictObject({
      kind: z.enum(todoKinds),
      count: z.int(),
      queue: z.enum(queues).nullable(),
      fundCode: z.string().nullable(),
      dueAt: at.nullable(),
      late: z.boolean(),
    }),
  ),
})

export type SubmitRequest = z.infer<typeof submitRequest>
export type Submitted = z.infer<typeof submitted>
export type AddPhotos = z.infer<typeof addPhotos>
export type PhotosAdded = z.infer<typeof photosAdded>
export type AcceptRequest = z.infer<typeof acceptRequest>
export type Accepted = z.infer<typeof accepted>
export type Payee = z.infer<typeof payee>
export type PayeeSet = z.infer<typeof payeeSet>
export type RefuseRequest = z.infer<typeof refuseRequest>
export type Refused = z.infer<typeof refused>
export type WithdrawRequest = z.infer<typeof withdrawRequest>
export type Withdrawn = z.infer<typeof withdrawn>
export type EscalateRequest = z.infer<typeof escalateRequest>
export type Escalated = z.infer<typeof escalated>
export type RequestsQuery = z.infer<typeof requestsQuery>
export type RequestRow = z.infer<typeof requestRow>
export type RequestPage = z.infer<typeof requestPage>
export type RequestView = z.infer<typeof requestView>
export type DecisionView = z.infer<typeof decisionView>
export type ChainItem = z.infer<typeof chainItem>
export type TimelineItem = z.infer<typeof timelineItem>
export type Todo = z.infer<typeof todo>
