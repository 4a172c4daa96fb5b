import type { readMessage } from '#app/domain/messages/read-message.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'

type Message = Awaited<ReturnType<typeof readMessage>>

/** To whom it went, about what, and how often it was tried. */
export function MessageFacts({ message }: { message: Message }) {
  const { t, format } = useWords()
  return (
    <Section title={t('admin:messages.facts')}>
      <Facts
        items={[
          { term: t('admin:messages.to'), children: message.recipient },
          {
            term: t('admin:messages.template'),
            children: t(`words:template.${message.template}`),
          },
          {
            term: t('admin:messages.language'),
            children: t(`account:account.languages.${message.locale}`),
          },
          ...(message.ticketNumber
            ? [
                {
                  term: t('admin:messages.about'),
                  children: (
                    <TextLink href={`/console/tickets/${message.ticketNumber}`}>
                      {message.ticketNumber}
                    </TextLink>
                  ),
                },
              ]
            : []),
          { term: t('admin:messages.createdAt'), children: format.moment(message.createdAt) },
          ...(message.sentAt
            ? [{ term: t('admin:messages.sentAt'), children: format.moment(message.sentAt) }]
            : []),
          { term: t('admin:messages.attempts'), children: message.attempts },
          ...(message.error ? [{ term: t('admin:messages.error'), children: message.error }] : []),
        ]}
      />
    </Section>
  )
}
