import { type FormEvent, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Button } from '#app/ui/portal/buttons.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { newKey } from '../kept/entry.ts'
import { loadLatest } from '../kept/latest.ts'
import { dropDraft, useDraft } from './draft.ts'
import { useLoadedVisit } from './loaded-visit.ts'
import { sendCorrection, type SentCorrection } from './send-correction.ts'
import { useReplyTo } from './visit-form.tsx'

/** VS-3: what was signed stands; what was put right is written beneath it, by name. */
export function Corrections() {
  const { signed, corrections } = useLoadedVisit()
  const { t, format } = useWords()
  // A signature that is still on this phone is no record yet.
  if (!signed) return null
  return (
    <section id="corrections" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{t('crew:correction.title')}</h2>
      {corrections.length > 0 && (
        <ul className="noted">
          {corrections.map(({ text, by, at }, index) => (
            <li key={index}>
              <p className="typed">{text}</p>
              <p className="muted">
                {t('crew:correction.by', { name: by, at: format.moment(at) })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <CorrectionForm />
    </section>
  )
}

function CorrectionForm() {
  const { id, submissionKey } = useLoadedVisit()
  const { t } = useWords()
  const reply = useReplyTo('correction')
  const f = useFormOf<'text'>('correction', { reply })
  const { busy, sent, empty, send } = useSending(id)
  const field = f.field('text')
  const draft = useDraft(id, field.id, 'correction')
  const [key] = useState(`${submissionKey}-correction`)
  const error = empty ? t('validation:correction') : field.error
  const trouble =
    sent === undefined || sent === 'saved' ? f.formError : t(`crew:correction.${sent}`)
  return (
    <details className="return gap-3" open={reply !== undefined || undefined}>
      <summary className="button">{t('crew:correction.open')}</summary>
      <form
        {...f.form}
        className="stack"
        method="post"
        action={`/crew/visits/${id}/correction`}
        onSubmit={send}
        aria-label={t('crew:correction.open')}
      >
        <input type="hidden" name="submissionKey" value={key} />
        <p className="muted">{t('crew:correction.hint')}</p>
        {trouble && (
          <Notice tone="trouble" icon="alert" alert>
            {trouble}
          </Notice>
        )}
        <TextAreaField
          {...field}
          {...draft}
          error={error}
          label={t('crew:correction.text')}
          errorPrefix={t('common:errorPrefix')}
          rows={3}
          maxLength={2000}
        />
        <Button variant="primary" disabled={busy}>
          {t(busy ? 'crew:visit.sending' : 'crew:correction.submit')}
        </Button>
      </form>
      <p role="status">{sent === 'saved' && t('crew:correction.saved')}</p>
    </details>
  )
}

/** Sent at once or not at all: a correction isn't kept for later, what is typed is. */
function useSending(id: number) {
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<SentCorrection>()
  const [empty, setEmpty] = useState(false)
  // The same words sent again, because no answer came, are the same correction.
  const tried = useRef({ text: '', key: '' })

  async function sendText(form: HTMLFormElement) {
    const fields = new FormData(form)
    const text = (fields.get('text') as string).trim()
    setEmpty(text === '')
    setSent(undefined)
    if (text === '') return
    if (tried.current.text !== text) tried.current = { text, key: newKey() }
    fields.set('submissionKey', tried.current.key)
    const answer = await sendCorrection(id, fields)
    if (answer === 'saved') {
      tried.current = { text: '', key: '' }
      form.reset()
      dropDraft(id, 'correction')
      await loadLatest(`/crew/visits/${id}`)
    }
    setSent(answer)
  }

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    void sendText(event.currentTarget).finally(() => setBusy(false))
  }
  return { busy, sent, empty, send }
}
