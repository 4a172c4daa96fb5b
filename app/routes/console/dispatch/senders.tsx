import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { Answer, Change, Moves, Spot } from './moves.ts'

/** Sends what was moved; each in a message of its own, so that none waits for another. */
export function Senders({ moves, changes }: { moves: Moves; changes: readonly Change[] }) {
  return changes
    .filter(({ state, version }) => state === 'saving' && version !== null)
    .map((change) => (
      <Sender key={`${change.key}-${change.attempt}`} change={change} moves={moves} />
    ))
}

function Sender({ change, moves }: { change: Change; moves: Moves }) {
  const { format } = useWords()
  const fetcher = useFetcher<unknown>({ key: `move-${change.key}-${change.attempt}` })
  const sent = useRef(false)
  const began = useRef(false)
  const { submit, state, data } = fetcher
  // Who leaves the board may miss the answer; the board's data tell it when they come back.
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
      setTimeout(() => {
        if (!here.current) moves.answered(change.key, { kind: 'lost' })
      })
    }
  }, [change.key, moves])
  useEffect(() => {
    if (sent.current) return
    sent.current = true
    const { to, anyTime, kind } = change
    const fields: Record<string, string> = { version: String(change.version) }
    if (kind === 'place') fields.crewId = String(to.crewId)
    if (kind === 'place' && !anyTime) fields.start = format.time(to.start!)
    if (kind === 'pin') fields.pinned = to.pinned ? 'yes' : 'no'
    const noun = { place: 'crew', removal: 'removal', pin: 'pin' }[kind]
    const action = `/console/dispatch/visits/${change.visitId}/${noun}`
    submit(fields, { method: 'post', action })
  }, [change, format, submit])
  useEffect(() => {
    if (state !== 'idle') began.current = true
    if (data !== undefined) moves.answered(change.key, answerOf(data))
    else if (began.current && state === 'idle') moves.answered(change.key, { kind: 'lost' })
  }, [data, state, change.key, moves])
  return null
}

interface Saved {
  ok: true
  visit: Spot & { version: number }
}

interface Refusal {
  lastResult: { error?: Record<string, string[] | null> | null }
  refusal: { refusal: string; values: Record<string, string | number> } | null
}

function answerOf(data: unknown): Answer {
  if (typeof data !== 'object' || data === null) return { kind: 'lost' }
  if ('ok' in data) {
    const { version, crewId, start, end, pinned } = (data as Saved).visit
    return { kind: 'saved', version, spot: { crewId, start, end, pinned } }
  }
  if ('lastResult' in data) {
    const { refusal } = data as Refusal
    return { kind: 'refused', code: refusal?.refusal ?? '', values: refusal?.values ?? {} }
  }
  return { kind: 'lost' }
}
