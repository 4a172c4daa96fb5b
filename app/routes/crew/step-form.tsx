import { useFetcher, useNavigate } from '@remix-run/react'
import { type FormEvent, useEffect, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { BigButton } from '#app/ui/crew/visit.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { hasFailed, replyOf } from './sending.ts'
import type { tapStep } from './stage.ts'

/** As long as the second half of a double tap may take to land. */
const doubleTap = 700

interface StepFormProps {
  path: string
  step: (typeof tapStep)[keyof typeof tapStep]
  /** Once recorded, the visit's page opens. */
  follow?: boolean
}

/** The big button: one tap records one step, however often it is tapped. */
export function StepForm({ path, step, follow = false }: StepFormProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const fetcher = useFetcher()
  const [busy, setBusy] = useState(false)
  const { state, data } = fetcher
  const failed = hasFailed(data)
  const refusal = replyOf(data)?.refusal

  useEffect(() => {
    if (state !== 'idle' || data === undefined) return
    if (follow && !hasFailed(data) && !replyOf(data)) {
      navigate(path)
      return
    }
    const timer = setTimeout(() => setBusy(false), doubleTap)
    return () => clearTimeout(timer)
  }, [state, data, follow, navigate, path])

  // The answer is no redirect: the page a fetcher stands on may be gone before its redirect is followed.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const form = new FormData(event.currentTarget)
    form.set('live', '1')
    void fetcher.submit(form, { method: 'post', action: `${path}/steps` })
  }
  return (
    <form method="post" action={`${path}/steps`} onSubmit={send}>
      {(failed || refusal) && state === 'idle' && (
        <Notice tone="trouble" icon="alert" alert>
          {refusal
            ? t(`refusals:${refusal.refusal}` as 'refusals:notFound', refusal.values)
            : t('crew:visit.failed')}
        </Notice>
      )}
      <input type="hidden" name="step" value={step} />
      <BigButton disabled={busy}>
        {busy ? t('crew:visit.recording') : t(`crew:visit.step.${step}`)}
      </BigButton>
    </form>
  )
}
