import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findTicketById } from '#app/domain/tickets/index.server.ts'
import { visitsOfTicket } from '#app/domain/visits/index.server.ts'
import { cutOffOf } from '#app/domain/windows/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { notFound } from '#app/platform/errors.ts'
import { publicUrl } from '#app/platform/listener.server.ts'
import { mailProviderSet } from '#app/platform/mail.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { customerContext } from '#app/routes/context.server.ts'
import { Actions, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { When } from '#app/ui/portal/letter.tsx'
import { Columns, Page, Stack } from '#app/ui/portal/page.tsx'
import { HotlineLink, RatherTalk } from '../rather-talk.tsx'
import { SentNumber, SentOnPaper } from '../sent-number.tsx'
import { pageTitle } from '../title.server.ts'
import { Until } from './until.tsx'

export async function loader({ request, params: { token = '' }, context }: LoaderFunctionArgs) {
  const { ctx, link } = await customerContext(request, token, 'track')
  const ticket = await findTicketById(ctx, link.ticketId)
  const all = await visitsOfTicket(ctx, link.ticketId)
  const visits = all.filter(({ status }) => status !== 'cancelled' && status !== 'proposed')
  // Nothing of it stands any more: the ticket's own page says so, and how to book again.
  if (visits.length === 0 && all.length > 0) throw redirect(`/track/${token}`)
  if (visits.length === 0) throw notFound()
  const settings = await currentSettings(ctx)
  const stillTo = (until: Date) => (until > ctx.now() ? until.toISOString() : null)
  return {
    title: pageTitle(ctx.locale, translate(ctx.locale)('book:sent.title'), context),
    token,
    number: ticket.number,
    phone: ticket.phone,
    address: ticket.address,
    mail: wayOfMail(ticket.email),
    visits: visits.map(({ id, skill, windowStart, windowEnd }) => ({
      id,
      service: skill,
      start: windowStart.toISOString(),
      end: windowEnd.toISOString(),
      until: stillTo(cutOffOf(dayOf(windowStart), settings)),
    })),
    callAhead: settings.callAheadMinutes,
    trackAddress: `${publicUrl()}/track`,
  }
}

/** Whether what was booked is on its way by mail: with no provider, nothing is. */
const wayOfMail = (email: string | null): 'none' | 'off' | 'sent' =>
  email === null ? 'none' : mailProviderSet() ? 'sent' : 'off'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** The confirmation: what is booked, what happens next, how to change it; made to be kept. */
export default function Booked() {
  const { t } = useWords()
  const { token, number, trackAddress } = useLoaderData<typeof loader>()
  return (
    <Page>
      <Columns aside={<RatherTalk />}>
        <Stack gap="large">
          <SentNumber what="book" title={t('book:sent.heading')} number={number} />
          <BookedVisits />
          <SentOnPaper trackAddress={trackAddress} />
          <NextSteps token={token} />
        </Stack>
      </Columns>
    </Page>
  )
}

function BookedVisits() {
  const { t, format } = useWords()
  const { token, visits, address } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="windows" className="stack">
      <h2 id="windows">{t('book:sent.windows')}</h2>
      {visits.map(({ id, service, start, end }) => (
        <When
          key={id}
          day={format.day(start)}
          time={format.span(start, end)}
          iso={start}
          note={t(`book:service.${service}`)}
        />
      ))}
      <p className="muted">
        {t('book:sent.address')} <span className="typed">{address}</span>
      </p>
      <Actions>
        <ButtonLink icon="calendar" href={`/track/${token}/calendar.ics`}>
          {t('book:sent.calendar')}
        </ButtonLink>
      </Actions>
    </section>
  )
}

function NextSteps({ token }: { token: string }) {
  const { t, format } = useWords()
  const { phone, mail, visits, callAhead } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="next" className="stack">
      <h2 id="next">{t('book:sent.next')}</h2>
      <p>{t('book:sent.ahead', { minutes: callAhead, phone: format.phone(phone) })}</p>
      <p>{t(`book:sent.mail.${mail}`)}</p>
      <Until visits={visits} />
      <p>
        {t('book:sent.urgent')} <HotlineLink />
      </p>
      <Actions>
        <ButtonLink variant="primary" href={`/track/${token}`}>
          {t('book:sent.track')}
        </ButtonLink>
      </Actions>
    </section>
  )
}
