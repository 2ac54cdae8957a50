/** The steps of 一般程序 as lines: what is there, by whom, and what is still to do. */
import { dayInFull, dayWords, momentWords } from '../../clock/beijing.ts'
import { standardSays, standardWords } from '../../labels/standard.ts'
import {
  noticeStateLabels, objectionResultLabels, objectionWayLabels, recognisedLabels,
} from '../../../worker/contract/labels-standard.ts'
import { formatFen } from '../../../worker/contract/money.ts'
import type { StandardView } from '../../../worker/contract/standard.ts'

export interface Step {
  title: string
  done: boolean
  lines: string[]
  photoIds: string[]
}

const by = (one: { by: string | null; at: string }): string => standardSays.by(one.by, momentWords(one.at))
const within = (yes: boolean | null): string => (yes ? standardWords.within : standardWords.over)

export function stepsOf(view: StandardView): Step[] {
  return [authorisationStep(view), checkStep(view), surveyStep(view), noticeStep(view), ...objectionSteps(view)]
}

function authorisationStep({ authorisation, check }: StandardView): Step {
  const title = standardWords.authorisation
  if (!authorisation) {
    const free = check?.basis === 'recognised'
    return { title, done: free, lines: [free ? standardWords.notNeeded : standardWords.todo], photoIds: [] }
  }
  return {
    title, done: true, lines: [authorisation.signers.join('、'), by(authorisation)], photoIds: [authorisation.paperEvidenceId],
  }
}

function checkStep({ check }: StandardView): Step {
  const title = standardWords.check
  if (!check) return { title, done: false, lines: [standardWords.todo], photoIds: [] }
  const line = check.recognised
    ? standardSays.recognised(recognisedLabels[check.recognised], check.paper ?? '')
    : standardSays.check(within(check.incomeWithin), within(check.propertyWithin))
  const done = check.recognised !== null || (check.incomeWithin === true && check.propertyWithin === true)
  return { title, done, lines: [line, standardSays.until(dayInFull(check.untilOn)), by(check)], photoIds: [] }
}

function surveyStep({ survey }: StandardView): Step {
  const title = standardWords.survey
  if (!survey) return { title, done: false, lines: [standardWords.todo], photoIds: [] }
  const names = survey.signatures.map((one) => one.by ?? '').join('、')
  return {
    title, done: survey.signatures.length > 0, photoIds: survey.photoIds,
    lines: [
      standardSays.survey(survey.people, formatFen(survey.needFen)), survey.housing, survey.income, survey.hardship,
      by(survey), names ? standardSays.signed(names) : standardWords.unsigned,
    ].filter((line) => line !== ''),
  }
}

function noticeStep({ notice }: StandardView): Step {
  const title = standardWords.notice
  if (!notice) return { title, done: false, lines: [standardWords.todo], photoIds: [] }
  const line = standardSays.notice(formatFen(notice.amountFen), dayWords(notice.postedOn), dayWords(notice.untilOn))
  return { title, done: notice.state === 'finished', lines: [noticeStateLabels[notice.state], line], photoIds: [] }
}

function objectionSteps({ objections }: StandardView): Step[] {
  return objections.map((one) => ({
    title: `${standardWords.objections}(${objectionWayLabels[one.way]})`, done: one.result !== null, photoIds: [],
    lines: [
      one.words ?? '', one.caller ?? '', momentWords(one.at),
      one.hearing ? standardSays.votes(one.hearing.ayes, one.hearing.noes) : '',
      one.result ? `${objectionResultLabels[one.result.result]}:${one.result.reason ?? ''}` : '',
    ].filter((line) => line !== ''),
  }))
}
