import { useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { SignPad } from '#app/ui/crew/visit.tsx'
import { TextButton } from '#app/ui/portal/buttons.tsx'
import { FieldError } from '#app/ui/portal/fields.tsx'
import { useHydrated } from './hydrated.ts'
import { drawingOf, useSignaturePad } from './signature-pad.ts'

interface Props {
  /** The form's id. */
  of: string
  error?: string | undefined
  /** Ready to be signed without another tap. */
  open?: boolean
  /** After a stroke, with the form it is for. */
  onDrawn?: (form: HTMLFormElement) => void
}

/** Beside a name one may sign with a finger, which takes a script; the name alone will do. */
export function Drawing(props: Props) {
  return useHydrated() ? <Pad {...props} /> : null
}

function Pad({ of, error, open = false, onDrawn }: Props) {
  const { t } = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawing, setDrawing] = useState('')
  const pad = useSignaturePad(canvas, (pen) => {
    setDrawing(drawingOf(canvas.current, pen) ?? '')
    const form = canvas.current?.closest('form')
    if (form) onDrawn?.(form)
  })
  const clear = () => {
    pad.current?.clear()
    setDrawing('')
  }
  const wipe = useRef(clear)
  useEffect(() => {
    const form = canvas.current?.closest('form')
    const afterwards = () => wipe.current()
    form?.addEventListener('reset', afterwards)
    return () => form?.removeEventListener('reset', afterwards)
  }, [])
  return (
    <details className="drawn" open={open || undefined}>
      <summary>{t('crew:drawing.open')}</summary>
      <input type="hidden" name="drawing" value={drawing} />
      {error && <FieldError prefix={t('common:errorPrefix')}>{error}</FieldError>}
      <SignPad hint={t('crew:drawing.hint')}>
        <canvas ref={canvas} id={`${of}-drawing`} role="img" aria-label={t('crew:drawing.pad')} />
      </SignPad>
      <TextButton icon="again" type="button" onClick={clear}>
        {t('crew:drawing.clear')}
      </TextButton>
    </details>
  )
}
