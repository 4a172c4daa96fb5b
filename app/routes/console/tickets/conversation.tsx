import { Fragment } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Ago } from '#app/ui/console/page.tsx'
import { A } from '#app/ui/links.tsx'
import { EventLine, MessageIn, MessageOut, Note, Talk, TalkDay } from '#app/ui/console/talk.tsx'
import { Held, TalkFiles } from './talk-parts.tsx'
import type { TalkEntry } from './ticket-view.server.ts'

/** Messages from the customer, ours to them, notes for colleagues: told apart beyond mistake (IN-8). */
export function Conversation({
  entries,
  since,
}: {
  entries: TalkEntry[]
  /** Until when whoever reads had read it; what others said later is told apart. */
  since?: { at: string; me: string } | null
}) {
  const { t } = useWords()
  const firstNew = entries.find(
    (entry) =>
      since && entry.at > since.at && !('authorId' in entry && entry.authorId === since.me),
  )
  return (
    <Talk>
      {entries.map((entry) => (
        <Fragment key={entry.key}>
          {entry === firstNew && <TalkDay>{t('desk:since')}</TalkDay>}
          <Entry entry={entry} />
        </Fragment>
      ))}
    </Talk>
  )
}

function Entry({ entry }: { entry: TalkEntry }) {
  const { t, format } = useWords()
  const at = <When iso={entry.at} />
  const said = entry.who ?? t('tickets:talk.someone')
  const who = entry.from ? t('tickets:talk.on', { who: said, number: entry.from }) : said
  switch (entry.kind) {
    case 'first': {
      const how = t(`tickets:talk.byChannel.${entry.channel}`)
      return (
        <MessageIn
          icon={entry.channel === 'phone' || entry.channel === 'hotline' ? 'call' : 'speech'}
          who={who}
          how={entry.writtenBy ? t('tickets:talk.writtenBy', { how, name: entry.writtenBy }) : how}
          at={at}
        >
          {entry.body}
        </MessageIn>
      )
    }
    case 'from_customer':
      return (
        <MessageIn
          who={who}
          how={
            entry.inboundId ? (
              <A className="link" href={`/console/tickets/mail/${entry.inboundId}`}>
                {t('tickets:talk.fromMail')}
              </A>
            ) : (
              t(entry.byMail ? 'tickets:talk.fromMail' : 'tickets:talk.fromLink')
            )
          }
          at={at}
          files={entry.files.length > 0 && <TalkFiles files={entry.files} />}
        >
          {entry.body}
        </MessageIn>
      )
    case 'to_customer':
      return (
        <MessageOut
          kind={t('tickets:talk.toCustomer')}
          who={who}
          at={at}
          files={entry.files.length > 0 && <TalkFiles files={entry.files} />}
          receiptIcon={
            entry.held
              ? 's-pause'
              : entry.mail === 'sent'
                ? 'check'
                : entry.mail === 'unreached'
                  ? 'call'
                  : entry.mail === 'failed' || entry.mail === 'no_provider'
                    ? 'alert'
                    : 's-new'
          }
          receipt={
            entry.held ? (
              <Held held={entry.held} />
            ) : entry.mail ? (
              t(`tickets:talk.receipt.${entry.mail}`, {
                at: entry.mailSentAt ? format.moment(entry.mailSentAt) : '',
              })
            ) : (
              t('tickets:talk.receipt.page')
            )
          }
        >
          {entry.body}
        </MessageOut>
      )
    case 'note':
      return (
        <Note
          kind={t('tickets:talk.note')}
          who={who}
          at={at}
          files={entry.files.length > 0 && <TalkFiles files={entry.files} />}
        >
          {entry.body}
        </Note>
      )
    case 'unreached':
      return (
        <EventLine icon="call">
          {entry.messageId === null ? (
            t(`words:template.${entry.template}`)
          ) : (
            <A href={`/console/admin/messages/${entry.messageId}`}>
              {t(`words:template.${entry.template}`)}
            </A>
          )}
          {' · '}
          {t('tickets:talk.unreached', { at: format.moment(entry.at) })}
        </EventLine>
      )
    case 'held':
      return (
        <EventLine icon="s-pause">
          {t(`words:template.${entry.template}`)}
          {' · '}
          <Held held={entry.held} />
        </EventLine>
      )
    case 'photos_added':
      return (
        <EventLine icon="cam">
          {t('tickets:talk.photos', { who, count: entry.count, at: format.moment(entry.at) })}
        </EventLine>
      )
    case 'first_contact':
      return (
        <EventLine icon="call">
          {t('tickets:talk.contact', { who, at: format.moment(entry.at) })}
        </EventLine>
      )
    case 'call_missed':
      return (
        <EventLine icon="call">
          {t('tickets:talk.missed', { who, at: format.moment(entry.at) })}
        </EventLine>
      )
  }
}

export function When({ iso }: { iso: string }) {
  const { format } = useWords()
  return (
    <Ago iso={iso} exact={format.moment(iso)}>
      {format.distance(iso)}
    </Ago>
  )
}
