import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findTicketById, firstCall } from '#app/domain/tickets/index.server.ts'
import { visitsOfTicket } from '#app/domain/visits/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { publicUrl } from '#app/platform/listener.server.ts'
import { mailProviderSet } from '#app/platform/mail.server.ts'
import { holidaysOf } from '#app/platform/service-hours.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { customerContext } from '#app/routes/context.server.ts'
import { Actions, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Columns, Page, Stack } from '#app/ui/portal/page.tsx'
import { FirstCallWords } from '../first-call.tsx'
import { HotlineLink, RatherTalk } from '../rather-talk.tsx'
import { SentNumber } from '../sent-number.tsx'
import { pageTitle } from '../title.server.ts'
import { SentPaper } from './sent-paper.tsx'

export async function loader({ request, params: { token = '' }, context }: LoaderFunctionArgs) {
  const { ctx, link } = await customerContext(request, token, 'track')
  const ticket = await findTicketById(ctx, link.ticketId)
  const visits = await visitsOfTicket(ctx, link.ticketId)
  const booked = visits.find(({ status }) => status === 'confirmed')
  return {
    title: pageTitle(ctx.locale, translate(ctx.locale)('report:sent.title'), context),
    token,
    number: ticket.number,
    phone: ticket.phone,
    paper: {
      at: ticket.createdAt.toISOString(),
      product: ticket.product,
      description: ticket.description,
      address: ticket.address,
      preferredDays: ticket.preferredDays,
      trackAddress: `${publicUrl()}/track`,
    },
    mailedTo: mailProviderSet() ? ticket.email : null,
    link: `${publicUrl()}/track/${token}`,
    call: firstCall(ticket.createdAt, await currentSettings(ctx), await holidaysOf(ctx)),
    visit: booked
      ? { start: booked.windowStart.toISOString(), end: booked.windowEnd.toISOString() }
      : null,
    unkept: new URL(request.url).searchParams.has('unkept'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Sent() {
  const { t, format } = useWords()
  const { token, number, phone, paper, mailedTo, link, call, visit, unkept } =
    useLoaderData<typeof loader>()
  return (
    <Page>
      <Columns aside={<RatherTalk />}>
        <Stack gap="large">
          {unkept && (
            <Notice tone="waiting" icon="alert">
              <p>{t('report:sent.unkept')}</p>
            </Notice>
          )}
          <SentNumber what="report" title={t('report:sent.heading')} number={number} link={link} />
          <SentPaper {...paper} token={token} />
          <section aria-labelledby="next" className="stack">
            <h2 id="next">{t('report:sent.next')}</h2>
            {visit && (
              <p>
                {t('report:sent.booked', {
                  day: format.day(visit.start),
                  span: format.span(visit.start, visit.end),
                })}
              </p>
            )}
            <p>
              <FirstCallWords call={call} />
            </p>
            <p>{t('report:sent.callYou', { phone: format.phone(phone) })}</p>
            <p>{mailedTo ? t('report:sent.mailed', { email: mailedTo }) : t('report:sent.keep')}</p>
            <p>
              {t('report:sent.urgent')} <HotlineLink />
            </p>
            <Actions>
              <ButtonLink variant="primary" href={`/track/${token}`}>
                {t('report:sent.track')}
              </ButtonLink>
            </Actions>
          </section>
        </Stack>
      </Columns>
    </Page>
  )
}
