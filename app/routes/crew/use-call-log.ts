import { useFetcher } from '@remix-run/react'
import type { FormEvent } from 'react'
import { hasFailed, replyOf } from './sending.ts'

/** Logging a call ahead without leaving the page; without scripts the form goes to the visit's page. */
export function useCallLog(id: number) {
  const { state, data, submit } = useFetcher()
  const action = `/crew/visits/${id}/call-ahead`
  const busy = state !== 'idle'
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    form.set('live', '1')
    void submit(form, { method: 'post', action })
  }
  return {
    form: { method: 'post', action, onSubmit: send } as const,
    busy,
    failed: !busy && hasFailed(data),
    refusal: busy ? undefined : replyOf(data)?.refusal,
  }
}
