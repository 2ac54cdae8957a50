/** 一般程序 on the wire: authorisation, check of means, survey, public notice, objection (F-2, F-3, F-7). */
import * as z from 'zod'
import { commitmentVersions } from './commitment.ts'
import { at, fen, formFen, id, on, page, pageQuery, personName, phone, townshipCode, words } from './shapes.ts'
import {
  causeClasses,
  checkBases,
  noticeStates,
  objectionResults,
  objectionWays,
  recognisedKinds,
  standardActions,
} from './terms-standard.ts'

/** F-2: every adult of the household has signed the paper; its photo is the proof. */
export const authoriseCheck = z.strictObject({
  consentVersion: z.enum(commitmentVersions, '请选择授权书版本'),
  signers: z.array(personName).min(1, '至少写一位成年人').max(20, '最多 20 人'),
  paperEvidenceId: id,
})
export const checkAuthorised = z.strictObject({ id, authorisedAt: at })

/** 核对: the county's report, or 免核 with its basis (N-05). `paper` = number of report or certificate. */
export const checkMeans = z.union(
  [
    z.strictObject({
      basis: z.literal('report'),
      incomeWithin: z.boolean(),
      propertyWithin: z.boolean(),
      paper: words(2, 60),
      untilOn: on,
    }),
    z.strictObject({
      basis: z.literal('recognised'),
      recognised: z.enum(recognisedKinds, '请选择认定类别'),
      paper: words(2, 60),
      untilOn: on,
    }),
  ],
  '请选择核对报告或免核',
)
export const meansChecked = z.strictObject({ id, checkedAt: at })

/** F-3. `needFen`: the expense that the household must bear; insurance and other aid are taken off before (N-33). */
export const surveyHome = z.strictObject({
  people: z.int('人数要用整数').min(1, '至少 1 人').max(30, '最多 30 人'),
  housing: words(1, 200),
  income: words(1, 500),
  hardship: words(2, 1000),
  officialKin: z.boolean(),
  needFen: formFen,
  photoIds: z.array(id).min(1, '至少拍一张照片').max(9, '最多 9 张照片'),
})
export const homeSurveyed = z.strictObject({ id, survey: z.int(), surveyedAt: at })
export const signSurvey = z.strictObject({})
export const surveySigned = z.strictObject({ id, survey: z.int(), signedAt: at })

export const postNotice = z.strictObject({ amountFen: formFen })
export const noticePosted = z.strictObject({ id, noticeId: id, amountFen: fen, days: z.int(), postedOn: on, untilOn: on })

/** `caller`: who telephoned; left out = the person who is signed in objects himself. */
export const raiseObjection = z.strictObject({
  words: words(4, 500),
  caller: z.strictObject({ name: personName, phone: phone.optional() }).optional(),
})
export const objectionRaised = z.strictObject({ objectionId: id, raisedAt: at })
export const holdHearing = z.strictObject({
  ayes: z.int('票数要用整数').min(0, '票数不能小于 0').max(200, '票数太大'),
  noes: z.int('票数要用整数').min(0, '票数不能小于 0').max(200, '票数太大'),
  minutes: words(4, 1000),
})
export const hearingHeld = z.strictObject({ objectionId: id, heldAt: at })
export const settleObjection = z.union(
  [
    z.strictObject({ result: z.enum(['dismissed', 'upheld']), reason: words(4, 500) }),
    z.strictObject({ result: z.literal('amended'), amendedFen: formFen, reason: words(4, 500) }),
  ],
  '请选择处理结果',
)
export const objectionSettled = z.strictObject({ objectionId: id, settledAt: at, untilOn: on.nullable() })

/** What hangs out in public (F-7, D-12): never id, telephone, account, door number, disease, or a minor's name. */
export const noticesQuery = z.strictObject({ townshipCode: townshipCode.optional(), ...pageQuery })
export const publicNotice = z.strictObject({
  id,
  townshipName: z.string(),
  townshipPhone: z.string(),
  village: z.string().nullable(),
  name: z.string(),
  causeClass: z.enum(causeClasses),
  amountFen: fen,
  postedOn: on,
  untilOn: on,
  state: z.enum(noticeStates),
})
export const noticePage = page(publicNotice)

/** Surveys that wait for a second surveyor, for who may be one. */
export const unsignedSurveys = z.strictObject({
  items: z.array(z.strictObject({ requestId: id, number: z.string(), village: z.string().nullable(), by: z.string().nullable(), at })),
})

const by = z.string().nullable()
export const standardView = z.strictObject({
  id,
  number: z.string(),
  publicityDays: z.int(),
  authorisation: z.strictObject({ at, by, signers: z.array(z.string()), paperEvidenceId: id }).nullable(),
  check: z
    .strictObject({
      at,
      by,
      basis: z.enum(checkBases),
      recognised: z.enum(recognisedKinds).nullable(),
      incomeWithin: z.boolean().nullable(),
      propertyWithin: z.boolean().nullable(),
      paper: z.string().nullable(),
      untilOn: on,
    })
    .nullable(),
  survey: z
    .strictObject({
      at,
      by,
      people: z.int(),
      needFen: fen,
      housing: z.string(),
      income: z.string(),
      hardship: z.string(),
      officialKin: z.boolean(),
      photoIds: z.array(id),
      signatures: z.array(z.strictObject({ at, by })),
    })
    .nullable(),
  notice: z
    .strictObject({ id, amountFen: fen, days: z.int(), postedOn: on, untilOn: on, state: z.enum(noticeStates) })
    .nullable(),
  objections: z.array(
    z.strictObject({
      id,
      way: z.enum(objectionWays),
      words: z.string().nullable(),
      caller: z.string().nullable(),
      at,
      hearing: z.strictObject({ at, by, ayes: z.int(), noes: z.int(), minutes: z.string().nullable() }).nullable(),
      result: z
        .strictObject({ at, by, result: z.enum(objectionResults), amendedFen: fen.nullable(), reason: z.string().nullable() })
        .nullable(),
    }),
  ),
  actions: z.array(z.enum(standardActions)),
})

export type AuthoriseCheck = z.infer<typeof authoriseCheck>
export type CheckAuthorised = z.infer<typeof checkAuthorised>
export type CheckMeans = z.infer<typeof checkMeans>
export type MeansChecked = z.infer<typeof meansChecked>
export type SurveyHome = z.infer<typeof surveyHome>
export type HomeSurveyed = z.infer<typeof homeSurveyed>
export type SurveySigned = z.infer<typeof surveySigned>
export type UnsignedSurveys = z.infer<typeof unsignedSurveys>
export type PostNotice = z.infer<typeof postNotice>
export type NoticePosted = z.infer<typeof noticePosted>
export type RaiseObjection = z.infer<typeof raiseObjection>
export type ObjectionRaised = z.infer<typeof objectionRaised>
export type HoldHearing = z.infer<typeof holdHearing>
export type HearingHeld = z.infer<typeof hearingHeld>
export type SettleObjection = z.infer<typeof settleObjection>
export type ObjectionSettled = z.infer<typeof objectionSettled>
export type NoticesQuery = z.infer<typeof noticesQuery>
export type PublicNotice = z.infer<typeof publicNotice>
export type NoticePage = z.infer<typeof noticePage>
export type StandardView = z.infer<typeof standardView>
