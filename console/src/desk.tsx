import { useEffect, useState } from 'preact/hooks'
import type { Route } from './address/route.ts'
import { useRoute } from './address/trail.ts'
import { CalendarPage } from './calendar/CalendarPage.tsx'
import { CasePage } from './case/CasePage.tsx'
import { QueuePage } from './case/QueuePage.tsx'
import { EntryPage } from './fund/EntryPage.tsx'
import { FundPage } from './fund/FundPage.tsx'
import { KeyHelp } from './keys/KeyHelp.tsx'
import { listenToKeys } from './keys/listen.ts'
import { ClaimOrderPage } from './claim/ClaimOrderPage.tsx'
import { ClaimsPage } from './claim/ClaimsPage.tsx'
import { JournalPage } from './journal/JournalPage.tsx'
import { LettersPage } from './letters/LettersPage.tsx'
import { OrderPage } from './order/OrderPage.tsx'
import { PayoutOrderPage } from './order/PayoutOrderPage.tsx'
import { ProposalPage } from './order/ProposalPage.tsx'
import { DraftPage } from './policy/DraftPage.tsx'
import { DraftsPage } from './policy/DraftsPage.tsx'
import { PolicyPage } from './policy/PolicyPage.tsx'
import { RevealsPage } from './reveals/RevealsPage.tsx'
import { PostsPage } from './posts/PostsPage.tsx'
import { ProgramsPage } from './programs/ProgramsPage.tsx'
import { SecurityPage } from './security/SecurityPage.tsx'
import { PinDialog } from './session/PinDialog.tsx'
import { SignIn } from './session/SignIn.tsx'
import { useSeat } from './session/use-seat.ts'
import { TodayPage } from './today/TodayPage.tsx'
import { TopBar } from './top-bar.tsx'

/** The whole desk: who sits here, which page, and the keys of both. */
export function Desk() {
  const seat = useSeat()
  const route = useRoute()
  const [help, setHelp] = useState(false)
  useEffect(() => listenToKeys(() => setHelp(true)), [])
  return (
    <>
      {seat && <TopBar seat={seat} openHelp={() => setHelp(true)} />}
      {seat || route.page === 'policy' ? pageOf(route) : <SignIn />}
      {seat && <PinDialog />}
      {help && <KeyHelp close={() => setHelp(false)} />}
    </>
  )
}

function pageOf(route: Route) {
  switch (route.page) {
    case 'today': return <TodayPage />
    case 'journal': return <JournalPage filter={route.filter} />
    case 'letters': return <LettersPage />
    case 'programs': return <ProgramsPage />
    case 'policy': return <PolicyPage />
    case 'posts': return <PostsPage key={route.area} area={route.area} />
    case 'reveals': return <RevealsPage />
    case 'security': return <SecurityPage />
    case 'policyDrafts': return <DraftsPage />
    case 'policyDraft': return <DraftPage />
    case 'queue': return <QueuePage key={route.queue} queue={route.queue} />
    case 'case': return <CasePage key={route.id} id={route.id} />
    case 'fund': return <FundPage key={route.code} code={route.code} filter={route.filter} />
    case 'entry': return <EntryPage key={route.seq} code={route.code} seq={route.seq} />
    case 'order': return <OrderPage key={route.order} code={route.code} order={route.order} entry={route.entry} />
    case 'payoutOrder': return <PayoutOrderPage key={route.order} {...route} />
    case 'calendar': return <CalendarPage key={route.year} year={route.year} />
    case 'claims': return <ClaimsPage key={route.code} code={route.code} />
    case 'claimOrder': return <ClaimOrderPage key={route.order} {...route} />
    case 'proposal': return <ProposalPage key={route.id} code={route.code} id={route.id} />
  }
}
