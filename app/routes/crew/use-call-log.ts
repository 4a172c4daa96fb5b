import { type FormEvent, useRef, useState } from 'react'
import type { WhyNot } from './kept/entry.ts'
import { useRecord } from './kept/use-kept.ts'

/** Logging a call ahead without leaving the page; without scripts the form goes to the visit's page. */
export function useCallLog(id: number) {
  const record = useRecord(id)
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<WhyNot | null>(null)
  const inHand = useRef(false)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (inHand.current) return
    inHand.current = true
    setBusy(true)
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    void record('call', form).then((recorded) => {
      setWhy(recorded.kept ? null : recorded.why)
      inHand.current = false
      setBusy(false)
    })
  }
  return {
    form: { method: 'post', action: `/crew/visits/${id}/call-ahead`, onSubmit: send } as const,
    busy,
    /** Why the phone couldn't keep it. */
    why,
  }
}
