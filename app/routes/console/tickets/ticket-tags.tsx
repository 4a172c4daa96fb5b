import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Tag } from '#app/ui/console/status.tsx'
import { When } from './conversation.tsx'
import type { TicketView } from './ticket-view.server.ts'

/** A ticket's tags, each the way to the others that have it. */
export function TicketTags({ ticket }: { ticket: TicketView }) {
  const { t } = useWords()
  return (
    <Section
      title={t('queues:tags.title')}
      right={
        ticket.may.tag && (
          <TextLink href={`/console/tickets/${ticket.number}/tags`}>
            {t('queues:tags.change')}
          </TextLink>
        )
      }
    >
      {ticket.tags.length === 0 ? (
        <p className="muted">{t('queues:tags.none')}</p>
      ) : (
        <p className="actions">
          {ticket.tags.map((tag) => (
            <Tag key={tag}>
              <TextLink href={`/console/tickets?queue=all&tag=${encodeURIComponent(tag)}`}>
                {tag}
              </TextLink>
            </Tag>
          ))}
        </p>
      )}
    </Section>
  )
}

/** When it comes back to whoever follows up, with the way to change it. */
export function useFollowUpFacts({ number, followUpAt, toFollowUp, may }: TicketView) {
  const { t, format } = useWords()
  if (followUpAt === null && !may.lookAgain) return []
  return [
    {
      term: t('queues:lookAgain.followUp'),
      children: (
        <>
          {followUpAt === null ? (
            <span className="muted">{t('queues:lookAgain.nothing')}</span>
          ) : toFollowUp ? (
            <>
              <When iso={followUpAt} /> {t('queues:lookAgain.since')}
            </>
          ) : (
            t('queues:lookAgain.on', { day: format.day(followUpAt) })
          )}{' '}
          {may.lookAgain && (
            <TextLink href={`/console/tickets/${number}/look-again`}>
              {t('queues:lookAgain.do')}
            </TextLink>
          )}
        </>
      ),
    },
  ]
}
