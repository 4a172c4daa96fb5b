import { useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { BigButton, SignPad } from '#app/ui/crew/visit.tsx'
import { Bar, TextButton } from '#app/ui/portal/buttons.tsx'
import { FieldError, TextField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { HiddenFields } from '../kept/hidden-fields.tsx'
import { useEntryForm } from '../kept/use-kept.ts'
import { useHydrated } from './hydrated.ts'
import { useVisit } from './loaded-visit.ts'
import { drawingOf, useSignaturePad } from './signature-pad.ts'
import { WishFields } from './wish.tsx'

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

/** VS-3: the customer writes on the screen; what is drawn stays until it has been kept. */
function PadForm() {
  const { id, name, submissionKey } = useVisit()
  const { t } = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useSignaturePad(canvas)
  const [blank, setBlank] = useState(false)
  const f = useEntryForm<'signer' | 'drawing' | 'wishPart' | 'wishWay'>('signature', id, {
    id: 'sign',
    defaults: { signer: name, wishPart: 'any', wishWay: 'phone' },
    submissionKey,
    prepare: (form) => {
      const drawing = drawingOf(canvas.current, pad.current)
      setBlank(drawing === null)
      if (drawing) form.set('drawing', drawing)
      return drawing !== null
    },
    onKept: () => window.scrollTo({ top: 0 }),
  })
  const drawingError = blank ? t('validation:signature') : f.field('drawing').error
  const trouble = f.problem ?? f.formError
  return (
    <form className="stack" {...f.form}>
      <HiddenFields {...f.hidden} />
      <section aria-labelledby="signature">
        <h2 id="signature">{t('crew:sign.title')}</h2>
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
      <WishFields way={f.field('wishWay')} part={f.field('wishPart')} />
      {trouble && (
        <Notice tone="trouble" icon="alert" alert>
          {trouble}
        </Notice>
      )}
      <Bar action={<BigButton disabled={f.busy}>{t('crew:sign.submit')}</BigButton>} />
    </form>
  )
}
