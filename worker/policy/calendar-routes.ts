import * as contract from '../contract/index.ts'
import type { PostKind } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { confirmCalendar } from './confirm-calendar.ts'
import { importCalendar } from './import-calendar.ts'
import { viewCalendar } from './view-calendar.ts'

const keepers: PostKind[] = ['county_assistance', 'county_finance']

export const calendarRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/calendar',
    action: 'policy.viewCalendar',
    summary: "A year's working days, and the list that waits for a second person",
    posts: 'anyone',
    query: contract.calendarQuery,
    answer: contract.calendarView,
    status: 200,
    problems: ['calendar_missing'],
    run: (ctx, { query }) => viewCalendar(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/calendar/lists',
    action: 'policy.importCalendar',
    summary: "The State Council's list of a year (N-22)",
    posts: keepers,
    body: contract.importCalendar,
    answer: contract.calendarImported,
    status: 201,
    problems: ['post_required', 'calendar_official'],
    run: (ctx, { body }) => importCalendar(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/calendar/lists/:id/confirmation',
    action: 'policy.confirmCalendar',
    summary: 'A second person confirms it: the year is official, once',
    posts: keepers,
    body: contract.confirmCalendar,
    answer: contract.calendarConfirmed,
    status: 201,
    problems: ['not_found', 'post_required', 'calendar_official', 'second_person_required'],
    run: (ctx, { params }) => confirmCalendar(ctx, params.id ?? ''),
  }),
]
