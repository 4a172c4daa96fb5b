import { type ChangeEvent, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import {
  ComposerFiles,
  ComposerRow,
  ComposerText,
  ComposerTo,
  ComposerWait,
} from '#app/ui/console/composer.tsx'
import { sendOnCtrlEnter, useDraft } from './draft.ts'
import { Meanwhile } from './meanwhile.tsx'
import { PhrasePicker } from './phrase-picker.tsx'
import type { TicketView } from './ticket-view.server.ts'

/** What the customer will read: words, phrases, files, and when it reaches them. */
export function MessageDraft({ ticket }: { ticket: TicketView }) {
  const { t, format } = useWords()
  const { fetcher, body, busy, submissionKey, form, formError, empty, typed } = useDraft(
    ticket,
    'message',
  )
  const text = useRef<HTMLTextAreaElement>(null)
  const [picking, setPicking] = useState<false | 'key' | 'button'>(false)

  const insert = (words: string) => {
    setPicking(false)
    const field = text.current
    if (!field) return
    field.focus()
    field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const close = () => {
    if (picking === 'key') insert(';')
    setPicking(false)
    text.current?.focus()
  }
  const onChange = ({ currentTarget: field }: ChangeEvent<HTMLTextAreaElement>) => {
    typed(field.value)
    if (!asksForPhrases(field)) return
    const at = field.selectionStart
    field.setRangeText('', at - 1, at, 'end')
    setPicking('key')
  }

  return (
    <fetcher.Form method="post" action={`/console/tickets/${ticket.number}/messages`} {...form}>
      <ComposerTo icon="speech">
        <b>{t('tickets:composer.messageFor', { name: ticket.name })}</b>{' '}
        {ticket.email
          ? t('tickets:composer.byMail', { email: ticket.email })
          : t('tickets:composer.byPage')}
      </ComposerTo>
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <Meanwhile ticket={ticket} reply={fetcher.data} empty={empty} />
      {picking && <PhrasePicker number={ticket.number} onPick={insert} onClose={close} />}
      <ComposerText
        {...body}
        ref={text}
        error={body.error ?? formError}
        label={t('tickets:message.body')}
        onChange={onChange}
        onKeyDown={sendOnCtrlEnter}
      />
      <ComposerRow>
        <Btn variant="go" icon="speech" disabled={busy}>
          {t('tickets:composer.messageSend', { name: ticket.name })}
        </Btn>
        <BtnLink
          variant="quiet"
          href={`/console/tickets/${ticket.number}/phrases`}
          keys=";"
          aria-haspopup="true"
          aria-expanded={picking !== false}
          onClick={(event) => {
            event.preventDefault()
            if (picking) close()
            else setPicking('button')
          }}
        >
          {t('desk:phrases.pick')}
        </BtnLink>
        <ComposerFiles
          id="message-draft-files"
          label={t('tickets:composer.attach')}
          accept={acceptedFiles}
        />
        {ticket.quietUntil && (
          <ComposerWait
            words={t('tickets:composer.quiet', { at: format.moment(ticket.quietUntil) })}
            label={t('tickets:composer.sendNow')}
          />
        )}
      </ComposerRow>
    </fetcher.Form>
  )
}

export const acceptedFiles = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf'

/** A semicolon just typed where a word would begin. */
function asksForPhrases(field: HTMLTextAreaElement): boolean {
  const at = field.selectionStart
  if (at !== field.selectionEnd || !/[;；]/.test(field.value[at - 1] ?? '')) return false
  return at === 1 || /\s/.test(field.value[at - 2] ?? '')
}
