import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useMatches, useOutlet } from '@remix-run/react'
import { ticketCalendar } from '#app/domain/calendars/index.server.ts'
import { readBookingOfCustomer } from '#app/domain/bookings/index.server.ts'
import { readComplaintForCustomer } from '#app/domain/complaints/complaint-for-customer.server.ts'
import { readCaseForCustomer } from '#app/domain/returns/case-for-customer.server.ts'
import { askedForAnother, firstCall } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { holidaysOf } from '#app/platform/service-hours.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { calendarAddress } from '#app/routes/calendar-address.server.ts'
import { customerContext } from '#app/routes/context.server.ts'
import { Letter } from '#app/ui/portal/letter.tsx'
import { Chip } from '#app/ui/portal/notices.tsx'
import { Clauses, Columns, Page } from '#app/ui/portal/page.tsx'
import { pageTitle } from '../title.server.ts'
import { AnotherPerson } from './another-person-section.tsx'
import { ComplaintSection } from './complaint-section.tsx'
import { ExtraWork } from './extra-work.tsx'
import { FollowUpWish } from './follow-up-wish.tsx'
import { Glance } from './glance.tsx'
import { useHeadline } from './headline.ts'
import { ItemsTaken } from './items-taken.tsx'
import { Next, type TrackPage, type VisitOfPage } from './next.tsx'
import { NobodyCame } from './nobody-came.tsx'
import { ReturnSection } from './return-section.tsx'
import { SoFar } from './so-far.tsx'
import { looks, type Standing, standingOf } from './standing.ts'
import { TalkAndPhotos } from './talk-and-photos.tsx'
import { ticketOfPage } from './ticket-page.server.ts'
import { Unsolved } from './unsolved-section.tsx'
import { Withdrawal } from './withdrawal-section.tsx'

export async function loader({ request, params: { token = '' }, context }: LoaderFunctionArgs) {
  const { ctx } = await customerContext(request, token, 'track')
  const { say, home, again } = await readBookingOfCustomer(ctx)
  const calendar = await ticketCalendar(ctx)
  const settings = await currentSettings(ctx)
  const ticket = await ticketOfPage(ctx, settings, say)
  return {
    title: pageTitle(
      ctx.locale,
      translate(ctx.locale)('track:title', { number: ticket.number }),
      context,
    ),
    token,
    today: dayOf(ctx.now()),
    calendar: { toCome: calendar.toCome, feed: calendarAddress(calendar.feed) },
    /** A fresh key for each form, so that sending it twice counts once. */
    submissionKey: newToken(),
    asked: (await askedForAnother(ctx)).map(({ who, at }) => ({ who, at: at.toISOString() })),
    call: firstCall(new Date(ticket.createdAt), settings, await holidaysOf(ctx)),
    home,
    again,
    ticket,
    returned: await readCaseForCustomer(ctx),
    complaint: await readComplaintForCustomer(ctx),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

/** A letter about one's own matter: where it stands, what happens next, then how it came to this. */
export default function TrackedTicketPage() {
  const { t } = useWords()
  const page = useLoaderData<typeof loader>()
  const { ticket } = page
  const standing: Standing<VisitOfPage> = standingOf<VisitOfPage>(ticket, farOf(page))
  const inPlace = useOutlet(page)
  const answered = useMatches().at(-1)?.pathname.split('/').at(-1)
  const said = useHeadline(page, standing)
  const { tone, icon } = looks[standing.at]
  const asked = standing.at === 'asked'
  return (
    <Page>
      <Columns aside={<Glance page={page} />}>
        <Letter
          meta={
            <>
              <Chip tone={tone} icon={icon}>
                {standing.at === 'working' && ticket.kind !== 'repair'
                  ? t('track:chip.workingOther')
                  : t(`track:chip.${standing.at}`)}
              </Chip>
              <span>
                {t('track:ticket')} <span className="num">{ticket.number}</span>
              </span>
              <span>{ticket.product}</span>
            </>
          }
          dear={t('track:dear', { name: ticket.name })}
          headline={<Clauses of={said.split('|')} />}
        >
          {answered === 'extras' ? inPlace : asked && <ExtraWork page={page} />}
          {answered === 'absence' ? inPlace : <NobodyCame page={page} />}
          {answered === 'disagreement' ? inPlace : <ReturnSection page={page} />}
          {answered === 'verdict' ? inPlace : <ComplaintSection page={page} />}
          <Next page={page} standing={standing} />
          {answered !== 'extras' && !asked && <ExtraWork page={page} />}
          {answered === 'unsolved' ? inPlace : <Unsolved page={page} />}
          <ItemsTaken page={page} />
          {answered === 'wish' ? inPlace : <FollowUpWish page={page} />}
          <SoFar ticket={ticket} token={page.token} standing={standing} returned={page.returned} />
          <TalkAndPhotos page={page} inPlace={inPlace} />
          {answered === 'another-person' ? inPlace : <AnotherPerson page={page} />}
          {answered === 'withdrawal' ? inPlace : <Withdrawal page={page} />}
        </Letter>
      </Columns>
    </Page>
  )
}

/** How far their return is; what was taken up again after it is a matter of its own. */
function farOf({ returned, ticket }: TrackPage) {
  const { closedAt = null } = returned ?? {}
  if (closedAt === null) return returned?.decision ? 'decided' : null
  return ticket.events.some(({ kind, at }) => kind === 'reopened' && at > closedAt) ? null : 'over'
}
