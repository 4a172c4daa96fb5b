import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { MatterHead } from '#app/ui/console/sections.tsx'
import { Severity, Status, Tag, ticketStatusLook } from '#app/ui/console/status.tsx'
import { When } from './conversation.tsx'
import type { PreviewView } from './ticket-view.server.ts'

type Head = Pick<
  PreviewView,
  | 'number'
  | 'title'
  | 'kind'
  | 'channel'
  | 'createdAt'
  | 'severity'
  | 'status'
  | 'reworkOf'
  | 'tags'
>

/** Number, kind, channel, age, severity and status over what it is called. */
export function TicketHead({
  ticket,
  level,
  children,
}: {
  ticket: Head
  level: 1 | 2
  children?: ReactNode
}) {
  const { t } = useWords()
  const { number, kind, channel, severity, status, reworkOf } = ticket
  return (
    <MatterHead
      level={level}
      titleId="matter"
      title={ticket.title}
      line={
        <>
          {t('tickets:line', {
            number,
            kind: t(`words:ticketKind.${kind}`),
            channel: t(`tickets:talk.byChannel.${channel}`),
          })}
          <When iso={ticket.createdAt} />
        </>
      }
      tags={
        <>
          {severity && <Severity level={severity} label={t(`words:severity.${severity}`)} />}
          {reworkOf && (
            <Tag title={t('tickets:reworkOf', { number: reworkOf })}>
              {t('tickets:rework')}{' '}
              <TextLink href={`/console/tickets/${reworkOf}`}>{reworkOf}</TextLink>
            </Tag>
          )}
          {ticket.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </>
      }
      status={
        <Status {...ticketStatusLook[status]} filled>
          {t(`words:ticketStatus.${status}`)}
        </Status>
      }
    >
      {children}
    </MatterHead>
  )
}
