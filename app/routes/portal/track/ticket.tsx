import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useOutlet } from '@remix-run/react'
import { ticketCalendar } from '#app/domain/calendars/index.server.ts'
import {
  changeable,
  changeUntil,
  readBookingOfCustomer,
} from '#app/domain/bookings/index.server.ts'
import {
  firstCall,
  readTrackedTicket,
  type TrackedVisit,
} from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { currentSettings, type Settings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { calendarAddress } from '#app/routes/calendar-address.server.ts'
import { customerContext } from '#app/routes/context.server.ts'
import { Letter } from '#app/ui/portal/letter.tsx'
import { Chip } from '#app/ui/portal/notices.tsx'
import { Clauses, Columns, Page } from '#app/ui/portal/page.tsx'
import { pageTitle } from '../title.server.ts'
import { Glance } from './glance.tsx'
import { Next } from './next.tsx'
import { SoFar } from './so-far.tsx'
import { looks, standingOf } from './standing.ts'
import { TalkAndPhotos } from './talk-and-photos.tsx'

export async function loader({ request, params: { token = '' }, context }: LoaderFunctionArgs) {
  const { ctx } = await customerContext(request, token, 'track')
  const ticket = await readTrackedTicket(ctx)
  const { say, home, again } = await readBookingOfCustomer(ctx)
  const calendar = await ticketCalendar(ctx)
  const today = dayOf(ctx.now())
  const settings = await currentSettings(ctx)
  const isToday = (iso: string) => dayOf(new Date(iso)) === today
  return {
    title: pageTitle(
      ctx.locale,
      translate(ctx.locale)('track:title', { number: ticket.number }),
      context,
    ),
    token,
    today,
    calendar: { toCome: calendar.toCome, feed: calendarAddress(calendar.feed) },
    /** A fresh key for each form, so that sending it twice counts once. */
    submissionKey: newToken(),
    call: firstCall(new Date(ticket.createdAt), settings),
    home,
    again,
    ticket: {
      ...ticket,
      product: say(ticket.product),
      description: say(ticket.description),
      visits: ticket.visits.map(({ stranded, ...visit }) => ({
        ...visit,
        work: say(visit.work),
        changeUntil: changeUntilOf({ ...visit, stranded }, ctx.now(), settings),
        today: isToday(visit.start),
        vehicle: isToday(visit.start) ? visit.vehicle : null,
      })),
    },
  }
}

function changeUntilOf(
  visit: { status: TrackedVisit['status']; start: string; stranded: boolean },
  now: Date,
  settings: Settings,
): string | null {
  const judged = { ...visit, windowStart: new Date(visit.start) }
  if (changeable(judged, now, settings) !== 'yes') return null
  return changeUntil(judged, settings).toISOString()
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

/** A letter about one's own matter: where it stands, what happens next, then how it came to this. */
export default function TrackedTicketPage() {
  const { t, format } = useWords()
  const page = useLoaderData<typeof loader>()
  const inPlace = useOutlet()
  const { ticket } = page
  const standing = standingOf(ticket)
  const visit = 'visit' in standing ? standing.visit : null
  const headline =
    visit && standing.at === 'agreed' && dayIs(visit.start, page.today, format)
      ? 'today'
      : standing.at
  const solved = headline === 'resolved' && ticket.kind !== 'repair'
  const said = t(`track:headline.${solved ? 'resolvedOther' : headline}`, {
    day: visit
      ? format.day(visit.start)
      : ticket.pausedUntil
        ? format.day(`${ticket.pausedUntil}T12:00:00Z`)
        : '',
    span: visit ? format.span(visit.start, visit.end) : '',
  })
  const { tone, icon } = looks[standing.at]
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
          <Next page={page} standing={standing} />
          <SoFar ticket={ticket} standing={standing} />
          <TalkAndPhotos page={page} inPlace={inPlace} />
        </Letter>
      </Columns>
    </Page>
  )
}

type Format = ReturnType<typeof useWords>['format']

const dayIs = (iso: string, day: string, format: Format) =>
  format.day(iso) === format.day(`${day}T12:00:00Z`)
