import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import {
  ComposerFiles,
  ComposerRow,
  ComposerTabs,
  ComposerText,
  ComposerTo,
} from '#app/ui/console/composer.tsx'
import { Kbd } from '#app/ui/console/page.tsx'
import { sendOnCtrlEnter, useDraft } from './draft.ts'
import { MentionPicker } from './mention-picker.tsx'
import { acceptedFiles, MessageDraft } from './message-draft.tsx'
import { composerTabs } from './open-composer.ts'
import type { TicketView } from './ticket-view.server.ts'

/** Long enough to be read and heard. */
const shownFor = 8000

/** A note or a message: two drafts, neither lost by the other. */
export function Composer({ ticket }: { ticket: TicketView }) {
  const { t } = useWords()
  const { may } = ticket
  if (!may.note) return null
  // One's own last entry: when there is a new one, its draft begins afresh and the other stays.
  const last = (kind: 'note' | 'to_customer') => lastOf(ticket, kind)?.key ?? kind
  const note = <NoteDraft key={last('note')} ticket={ticket} />
  if (!may.message) {
    return (
      <section className="composer" aria-label={t('tickets:composer.label')}>
        <Sent ticket={ticket} />
        <div className="sheet-note">{note}</div>
      </section>
    )
  }
  return (
    <ComposerTabs
      above={<Sent ticket={ticket} />}
      id={composerTabs}
      label={t('tickets:composer.label')}
      legend={t('tickets:composer.legend')}
      note={{ tab: t('tickets:composer.note'), keys: 'N', sheet: note }}
      message={{
        tab: t('tickets:composer.message'),
        keys: 'M',
        sheet: <MessageDraft key={last('to_customer')} ticket={ticket} />,
      }}
    />
  )
}

function lastOf({ talk, me }: TicketView, ...kinds: ('note' | 'to_customer')[]) {
  return talk.findLast(
    (entry) =>
      kinds.some((kind) => kind === entry.kind) && 'authorId' in entry && entry.authorId === me.id,
  )
}

/** That what was just written is there, and the conversation where it stands. */
function Sent({ ticket }: { ticket: TicketView }) {
  const { t } = useWords()
  const last = lastOf(ticket, 'note', 'to_customer')
  const [before, setBefore] = useState(last?.key)
  const [sent, setSent] = useState<'note' | 'to_customer' | null>(null)
  if (last && last.key !== before) {
    setBefore(last.key)
    setSent(last.kind === 'note' ? 'note' : 'to_customer')
  }
  useEffect(() => {
    if (sent === null) return
    document.querySelector('.talk > :last-child')?.scrollIntoView({ block: 'nearest' })
    const timer = setTimeout(() => setSent(null), shownFor)
    return () => clearTimeout(timer)
  }, [sent, before])
  return (
    <p role="status" className="composer-sent xs">
      {sent && t(`tickets:composer.sent.${sent}`, { name: ticket.name })}
    </p>
  )
}

function NoteDraft({ ticket }: { ticket: TicketView }) {
  const { t } = useWords()
  const { fetcher, body, busy, submissionKey, form, formError } = useDraft(ticket, 'note')
  return (
    <fetcher.Form method="post" action={`/console/tickets/${ticket.number}/notes`} {...form}>
      <ComposerTo icon="lock">
        <b>{t('tickets:composer.noteFor')}</b>{' '}
        {t('tickets:composer.noteForRest', { name: ticket.name })}
      </ComposerTo>
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <ComposerText
        {...body}
        error={body.error ?? formError}
        label={t('tickets:note.body')}
        placeholder={t('tickets:composer.notePlaceholder')}
        onKeyDown={sendOnCtrlEnter}
      />
      <MentionPicker number={ticket.number} textId={body.id} />
      <ComposerRow>
        <Btn disabled={busy}>{t('tickets:composer.noteSend')}</Btn>
        <ComposerFiles
          id="note-draft-files"
          label={t('tickets:composer.attach')}
          accept={acceptedFiles}
        />
        <span className="muted xs no-phone">
          {t('desk:mention.hint')} <Kbd>Ctrl Enter</Kbd>
        </span>
      </ComposerRow>
    </fetcher.Form>
  )
}
