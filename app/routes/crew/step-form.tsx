import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { BigButton } from '#app/ui/crew/visit.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import type { WhyNot } from './kept/entry.ts'
import { useRecord } from './kept/use-kept.ts'
import type { tapStep } from './stage.ts'

/** As long as the second half of a double tap may take to land. */
const doubleTap = 700

interface StepFormProps {
  id: number
  step: (typeof tapStep)[keyof typeof tapStep]
  /** Once recorded, the visit's page opens. */
  follow?: boolean
}

/** The big button: one tap records one step, however often it is tapped. */
export function StepForm({ id, step, follow = false }: StepFormProps) {
  const { t } = useWords()
  const record = useRecord(id)
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<WhyNot | null>(null)
  const inHand = useRef(false)
  const resting = useRef<ReturnType<typeof setTimeout>>()
  const path = `/crew/visits/${id}`
  useEffect(() => () => clearTimeout(resting.current), [])

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (inHand.current) return
    inHand.current = true
    setBusy(true)
    void record('step', new FormData(event.currentTarget)).then((recorded) => {
      setWhy(recorded.kept ? null : recorded.why)
      if (recorded.kept && follow && canOpen()) window.location.assign(path)
      resting.current = setTimeout(() => {
        inHand.current = false
        setBusy(false)
      }, doubleTap)
    })
  }
  return (
    <form method="post" action={`${path}/steps`} onSubmit={send}>
      {why && (
        <Notice tone="trouble" icon="alert" alert>
          {t(`crew:unsent.notKept.${why}`)}
        </Notice>
      )}
      <input type="hidden" name="step" value={step} />
      <BigButton disabled={busy}>
        {busy ? t('crew:visit.recording') : t(`crew:visit.step.${step}`)}
      </BigButton>
    </form>
  )
}

/** Without a network another page opens only if the phone keeps pages. */
const canOpen = () => navigator.onLine || navigator.serviceWorker?.controller != null
