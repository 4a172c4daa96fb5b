import { useFetcher } from '@remix-run/react'
import { type KeyboardEvent, useState } from 'react'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useKeptWords } from '../kept-words.ts'
import { showDraft } from './open-composer.ts'
import type { TicketView } from './ticket-view.server.ts'

/** A draft of the composer: sent in its place, kept while it is refused. */
export function useDraft(
  ticket: Pick<TicketView, 'submissionKey' | 'number' | 'me'>,
  use: 'note' | 'message',
) {
  const fetcher = useFetcher<FormReply>()
  const f = useFormOf<'body'>(`${use}-draft`, { reply: fetcher.data })
  const [empty, setEmpty] = useState(true)
  useKeptWords(f.form.id, {
    about: [ticket.me.id, ticket.number, use],
    reply: fetcher.data,
    onReturn() {
      setEmpty(false)
      showDraft(use)
    },
  })
  return {
    /** Nothing has been written yet. */
    empty: empty && !f.field('body').defaultValue,
    typed: (body: string) => setEmpty(body.trim() === ''),
    fetcher,
    form: { ...f.form, preventScrollReset: true, encType: 'multipart/form-data' as const },
    body: f.field('body'),
    formError: f.formError,
    busy: fetcher.state !== 'idle',
    submissionKey: useSubmissionKey(ticket.submissionKey, use),
  }
}

/** Enter makes a new line, also while composing Chinese. */
export function sendOnCtrlEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  if (!event.ctrlKey && !event.metaKey) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
