import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findTicketById } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { publicUrl } from '#app/platform/listener.server.ts'
import { mailProviderSet } from '#app/platform/mail.server.ts'
import { customerContext } from '#app/routes/context.server.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Actions, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Columns, Page, Stack } from '#app/ui/portal/page.tsx'
import { HotlineLink, RatherTalk } from '../rather-talk.tsx'
import { SentNumber, SentOnPaper } from '../sent-number.tsx'
import { pageTitle } from '../title.server.ts'
import { answerBy } from './page.server.ts'

export async function loader({ request, params: { token = '' }, context }: LoaderFunctionArgs) {
  const { ctx, link } = await customerContext(request, token, 'track')
  const ticket = await findTicketById(ctx, link.ticketId)
  return {
    title: pageTitle(ctx.locale, translate(ctx.locale)('asks:ask.sent.title'), context),
    token,
    number: ticket.number,
    product: ticket.product,
    words: ticket.description,
    mailedTo: mailProviderSet() ? ticket.email : null,
    link: `${publicUrl()}/track/${token}`,
    trackAddress: `${publicUrl()}/track`,
    by: await answerBy(ctx, ticket.createdAt),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AskSent() {
  const { t, format } = useWords()
  const { token, number, product, words, mailedTo, link, trackAddress, by } =
    useLoaderData<typeof loader>()
  return (
    <Page>
      <Columns aside={<RatherTalk />}>
        <Stack gap="large">
          <SentNumber
            what="return"
            title={t('asks:ask.sent.heading')}
            number={number}
            link={link}
          />
          <section aria-labelledby="what-was-sent">
            <h2 id="what-was-sent">{t('asks:ask.sent.what')}</h2>
            <Facts
              items={[
                { term: t('asks:ask.check.product'), children: product },
                {
                  term: t('asks:ask.check.words'),
                  children: <span className="typed">{words}</span>,
                },
              ]}
            />
            <p className="gap-3">
              <a href={`/track/${token}#talk`}>{t('asks:ask.sent.wrong')}</a>
            </p>
            <SentOnPaper trackAddress={trackAddress} />
          </section>
          <section aria-labelledby="next" className="stack">
            <h2 id="next">{t('asks:ask.sent.next')}</h2>
            <p>{t('asks:ask.sent.answer', { by: format.moment(by) })}</p>
            <p>{t('asks:ask.sent.keep')}</p>
            <p>
              {mailedTo ? t('asks:ask.sent.mailed', { email: mailedTo }) : t('asks:ask.sent.note')}
            </p>
            <p>
              {t('asks:ask.sent.urgent')} <HotlineLink />
            </p>
            <Actions>
              <ButtonLink variant="primary" href={`/track/${token}`}>
                {t('asks:ask.sent.track')}
              </ButtonLink>
            </Actions>
          </section>
        </Stack>
      </Columns>
    </Page>
  )
}
