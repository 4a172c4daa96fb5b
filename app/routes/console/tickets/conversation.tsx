import { Fragment } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Ago } from '#app/ui/console/page.tsx'
import { A } from '#app/ui/links.tsx'
import { EventLine, MessageIn, MessageOut, Note, Talk, TalkDay } from '#app/ui/console/talk.tsx'
import { Held, TalkFiles } from './talk-parts.tsx'
import type { TicketChannel } from '#db/vocabulary/tickets.ts'
import type { TalkEntry } from './ticket-view.server.ts'

/** What somebody who opens a ticket reads at once, with how it began; fewer than so many are not folded away. */
const latest = 6
const worthFolding = 3

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
  const [first, ...rest] = entries
  const shown = Math.max(
    0,
    Math.min(rest.length - latest, firstNew ? rest.indexOf(firstNew) : rest.length),
  )
  const folded = shown >= worthFolding ? rest.slice(0, shown) : []
  const list = (some: TalkEntry[]) =>
    some.map((entry) => (
      <Fragment key={entry.key}>
        {entry === firstNew && <TalkDay>{t('desk:since')}</TalkDay>}
        <Entry entry={entry} />
      </Fragment>
    ))
  return (
    <Talk>
      {first && list([first])}
      {folded.length > 0 && (
        <details className="talk-older">
          <summary>{t('tickets:talk.older', { count: folded.length })}</summary>
          <Talk>{list(folded)}</Talk>
        </details>
      )}
      {list(rest.slice(folded.length))}
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
      return (
        <MessageIn
          icon={iconOf(entry.channel)}
          who={who}
          how={<WrittenDown channel={entry.channel} by={entry.writtenBy} />}
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
          {...(entry.writtenDown && { icon: iconOf(entry.writtenDown.channel) })}
          how={
            entry.writtenDown ? (
              <WrittenDown {...entry.writtenDown} />
            ) : entry.inboundId ? (
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

const iconOf = (channel: TicketChannel) =>
  channel === 'phone' || channel === 'hotline' ? 'call' : 'speech'

/** How it reached us, and who wrote it down. */
function WrittenDown({ channel, by }: { channel: TicketChannel; by: string | null }) {
  const { t } = useWords()
  const how = t(`tickets:talk.byChannel.${channel}`)
  return by ? t('tickets:talk.writtenBy', { how, name: by }) : how
}

export function When({ iso }: { iso: string }) {
  const { format } = useWords()
  return (
    <Ago iso={iso} exact={format.moment(iso)}>
      {format.distance(iso)}
    </Ago>
  )
}
