import { useWords } from '#app/i18n/use-words.ts'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { withinDay } from '../civil-day.ts'
import { ticketPath } from '../tickets/use-ticket.ts'
import type { TermsAsked } from './ask-view.server.ts'

/** RX-2: beside the form, which terms apply to what is chosen so far, and what usually happens. */
export function AskTerms({ asked, ticket }: { asked: TermsAsked; ticket: string }) {
  const { t, format } = useWords()
  return (
    <Section
      title={t('returns:ask.terms')}
      right={<TextLink href={ticketPath(ticket)}>{ticket}</TextLink>}
    >
      <div role="status">
        {asked === null ? (
          <p className="muted">{t('returns:ask.pick')}</p>
        ) : (
          <>
            {asked.terms.length === 0 && <p className="muted">{t('returns:ask.noTerms')}</p>}
            <Facts
              items={[
                ...asked.terms.map(({ name, until, verdict, why, remedies }) => ({
                  term: name,
                  children: t(`returns:ask.why.${why}`, {
                    date: until ? format.date(withinDay(until)) : '',
                  }),
                  hint:
                    verdict === 'applies' &&
                    t('returns:ask.entitles', {
                      ways: remedies
                        .map((one) => t(`returns:remedy.${one}`))
                        .join(t('returns:ask.and')),
                    }),
                })),
                {
                  term: t('returns:ask.usual'),
                  children: (
                    <b>
                      {asked.usual
                        ? t(`returns:remedy.${asked.usual}`)
                        : t('returns:ask.usualNone')}
                    </b>
                  ),
                },
              ]}
            />
          </>
        )}
      </div>
    </Section>
  )
}
