import type { HomeSurveyed, SurveyHome, SurveySigned } from '../contract/index.ts'
import { ownPhotos, requirePhotos } from '../evidence/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement, textInsert } from '../platform/index.ts'
import { townshipOf } from '../requests/index.ts'
import { nextOf } from './next-of.ts'

/** 入户调查 (F-3): what the first surveyor saw, with photos. Refuses: post_required, beneficiary, evidence_unknown. */
export async function surveyHome(ctx: Context, requestId: string, input: SurveyHome): Promise<HomeSurveyed> {
  const { people, needFen, photoIds, ...seen } = input
  return change<'last' | 'photos', HomeSurveyed>(ctx, {
    chain: townshipOf(requestId),
    facts: { last: nextOf('surveys', requestId), photos: ownPhotos(ctx.tokenHash, photoIds) },
    plan: ({ last, photos }, step) => {
      requirePhotos(photoIds, photos, 'photoIds')
      const n = Number(last[0]?.n)
      const facts = textInsert(ctx.cipher, step, JSON.stringify(seen))
      const survey = statement(
        `INSERT INTO surveys (request_id, n, facts_text_id, people, need_fen, surveyed_by, surveyed_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        requestId,
        n,
        facts.id,
        people,
        needFen,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const shown = [...new Set(photoIds)].map((photo) =>
        statement(
          'INSERT INTO survey_photos (request_id, n, evidence_id, journal_id) VALUES (?, ?, ?, ?)',
          requestId,
          n,
          photo,
          step.journalId,
        ),
      )
      return {
        object: requestId,
        statements: [...facts.statements, survey, ...shown],
        answer: { id: requestId, survey: n, surveyedAt: step.at },
      }
    },
  })
}

/** The second surveyor was there and says so by own login (F-3). Refuses: survey_missing, second_person_required, post_required. */
export async function signSurvey(ctx: Context, requestId: string): Promise<SurveySigned> {
  return change<'last', SurveySigned>(ctx, {
    chain: townshipOf(requestId),
    facts: { last: statement('SELECT max(n) AS n FROM surveys WHERE request_id = ?', requestId) },
    plan: ({ last }, step) => {
      const n = Number(last[0]?.n ?? 0)
      if (n === 0) throw new ProblemError('survey_missing')
      const signature = statement(
        'INSERT INTO survey_signatures (request_id, n, signed_by, signed_at, journal_id) VALUES (?, ?, ?, ?, ?)',
        requestId,
        n,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return { object: requestId, statements: [signature], answer: { id: requestId, survey: n, signedAt: step.at } }
    },
  })
}
