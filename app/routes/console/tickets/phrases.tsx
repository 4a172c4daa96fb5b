import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { phrasesForTicket } from '#app/domain/phrases/phrases-for-ticket.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath } from './use-ticket.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, number, ticket } = await atTicket(args, 'ticket:message')
  return { number, locale: ticket.locale, phrases: await phrasesForTicket(ctx, number) }
}

/** What the composer's picker offers, as a list of links where no script runs. */
export default function Phrases() {
  const { t } = useWords()
  const { number, locale, phrases } = useLoaderData<typeof loader>()
  return (
    <Section title={t('desk:phrases.pick')}>
      {phrases.length === 0 && <p className="muted">{t('desk:phrases.none')}</p>}
      {phrases.map((phrase) => (
        <div key={phrase.id}>
          <TextLink href={`${ticketPath(number)}/messages?phrase=${phrase.id}`}>
            {phrase.title}
          </TextLink>
          <p className="muted xs typed" lang={locale}>
            {phrase.body}
          </p>
        </div>
      ))}
    </Section>
  )
}
