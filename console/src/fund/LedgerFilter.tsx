import { eventLabels, placeLabels } from '../../../worker/contract/labels.ts'
import { events, places, type LedgerEvent, type Place } from '../../../worker/contract/terms.ts'
import { noFilter, type Filter } from '../address/route.ts'
import { stay } from '../address/trail.ts'
import { isActive } from './filter.ts'

/** Event, place and words; they go into the address at once. */
export function LedgerFilter({ code, filter }: { code: string; filter: Filter }) {
  const change = (part: Partial<Filter>) => stay({ page: 'fund', code, filter: { ...filter, ...part } })
  return (
    <form class="filter" role="search" aria-label="筛选明细" onSubmit={(event) => event.preventDefault()}>
      <input
        type="search" data-search aria-label="查找单号、流水号、金额或经办人" placeholder="查找单号、金额、人 /" value={filter.text}
        onInput={(event) => change({ text: event.currentTarget.value })} />
      <select
        aria-label="事项" value={filter.event}
        onChange={(event) => change({ event: event.currentTarget.value as LedgerEvent | '' })}>
        <option value="">全部事项</option>
        {events.map((event) => <option key={event} value={event}>{eventLabels[event]}</option>)}
      </select>
      <select
        aria-label="钱在哪里" value={filter.place}
        onChange={(event) => change({ place: event.currentTarget.value as Place | '' })}>
        <option value="">全部去处</option>
        {places.map((place) => <option key={place} value={place}>{placeLabels[place]}</option>)}
      </select>
      {isActive(filter) && (
        <button type="button" class="link" data-key="x" data-key-words="清除筛选" onClick={() => change(noFilter)}>
          清除
        </button>
      )}
    </form>
  )
}
