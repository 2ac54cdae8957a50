import type { CountyView } from '../../../worker/contract/county.ts'
import { escalationLabels, trackLabels } from '../../../worker/contract/labels.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { instantWords } from '../words/dates.ts'

/** Why it came to the county (N-20), what the county's own fund has, and what 县救助股 proposed last. */
export function County({ county }: { county: CountyView }) {
  const { proposal } = county
  return (
    <section class="panel">
      <h2>县级办理</h2>
      <p>{escalationLabels[county.code]}{county.reason && `:${county.reason}`}</p>
      <p class="line"><span>县级储备金可用</span><Yuan fen={county.availableFen} unit /></p>
      <p class="line"><span>县级上限,超过要一事一议</span><Yuan fen={county.capFen} unit /></p>
      {proposal ? (
        <>
          <p class="line"><b>县救助股意见:{trackLabels[proposal.track]}</b><Yuan fen={proposal.amountFen} unit /></p>
          {proposal.reason && <p>{proposal.reason}</p>}
          {proposal.minutes && <p>一事一议纪要:{proposal.minutes}</p>}
          <p class="small quiet">{proposal.proposedBy ?? ''} {instantWords(proposal.proposedAt)}</p>
        </>
      ) : <p class="quiet">县救助股还没有提出意见。</p>}
    </section>
  )
}
