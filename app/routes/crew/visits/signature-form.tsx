import { useFetcher } from '@remix-run/react'
import { type FormEvent, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { BigButton, SignPad } from '#app/ui/crew/visit.tsx'
import { Bar, TextButton } from '#app/ui/portal/buttons.tsx'
import { FieldError, TextField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { hasFailed, replyOf } from '../sending.ts'
import { useHydrated } from './hydrated.ts'
import { useVisit } from './loaded-visit.ts'
import { drawingOf, useSignaturePad } from './signature-pad.ts'

/** What signing was answered with outlives the form, which goes when a colleague's signature is found. */
export const signingKey = (visitId: number) => `sign-${visitId}`

/** One signs by hand, which needs a script: without one that is said, and nothing else is offered. */
export function SignatureForm() {
  const { t } = useWords()
  if (useHydrated()) return <PadForm />
  return (
    <section>
      <h2>{t('crew:sign.title')}</h2>
      <noscript>
        <Notice tone="waiting" icon="info">
          {t('crew:sign.noScript')}
        </Notice>
      </noscript>
    </section>
  )
}

/** VS-3: the customer writes on the screen; what is drawn stays until it has been taken. */
function PadForm() {
  const { id, name, submissionKey } = useVisit()
  const { t } = useWords()
  const fetcher = useFetcher({ key: signingKey(id) })
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useSignaturePad(canvas)
  const [blank, setBlank] = useState(false)
  const [key] = useState(submissionKey)
  const f = useFormOf<'signer' | 'drawing'>('sign', {
    reply: replyOf(fetcher.data),
    defaults: { signer: name },
  })
  const sending = fetcher.state !== 'idle'
  const drawingError = blank ? t('validation:signature') : f.field('drawing').error

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const drawing = drawingOf(canvas.current, pad.current)
    setBlank(drawing === null)
    if (drawing === null) return
    const form = new FormData(event.currentTarget)
    form.set('drawing', drawing)
    form.set('live', '1')
    void fetcher.submit(form, { method: 'post', action: `/crew/visits/${id}/signature` })
  }

  return (
    <fetcher.Form
      method="post"
      action={`/crew/visits/${id}/signature`}
      className="stack"
      onSubmit={send}
      {...f.form}
    >
      <section aria-labelledby="signature">
        <h2 id="signature">{t('crew:sign.title')}</h2>
        <input type="hidden" name="submissionKey" value={key} />
        {drawingError && (
          <FieldError id="sign-drawing-error" prefix={t('common:errorPrefix')}>
            {drawingError}
          </FieldError>
        )}
        <div className="gap-3">
          <SignPad hint={t('crew:sign.hint')}>
            <canvas
              ref={canvas}
              id="sign-drawing"
              role="img"
              aria-label={t('crew:sign.pad')}
              onPointerDown={() => setBlank(false)}
            />
          </SignPad>
        </div>
        <TextButton icon="again" type="button" onClick={() => pad.current?.clear()}>
          {t('crew:sign.clear')}
        </TextButton>
      </section>
      <TextField
        {...f.field('signer')}
        errorPrefix={t('common:errorPrefix')}
        label={t('crew:sign.signer')}
        maxLength={80}
        autoComplete="off"
      />
      {(f.formError ?? hasFailed(fetcher.data)) && !sending && (
        <Notice tone="trouble" icon="alert" alert>
          {f.formError ?? t('crew:visit.failed')}
        </Notice>
      )}
      <Bar action={<BigButton disabled={sending}>{t('crew:sign.submit')}</BigButton>} />
    </fetcher.Form>
  )
}
