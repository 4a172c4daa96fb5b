import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { Answer, Change, Moves, Spot } from './moves.ts'

/** What went out in this page's life; a board that is left and opened again sends nothing twice. */
const sent = new Set<string>()

/** So long an answer is waited for. */
const patience = 20_000

/**
 * Sends what was moved, each in a message of its own, so that none waits for another. It goes on when the board is
 * left: whoever comes back finds what became of it.
 */
export function useSending(moves: Moves, changes: readonly Change[]): void {
  const { format } = useWords()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    for (const change of changes) {
      const message = `${change.key} ${change.attempt}`
      if (change.state !== 'saving' || change.version === null || sent.has(message)) continue
      sent.add(message)
      const time = change.to.start && format.time(change.to.start)
      void send(change, time).then((answer) => {
        moves.answered(change.key, answer)
        if (answer.kind !== 'lost') revalidate()
      })
    }
  }, [changes, format, moves, revalidate])
}

const methods = { place: 'POST', removal: 'DELETE', pin: 'PATCH' } as const

async function send(change: Change, time: string | null): Promise<Answer> {
  const { kind, to, anyTime, version, visitId } = change
  const fields = new URLSearchParams({ version: String(version) })
  if (kind === 'place') fields.set('crewId', String(to.crewId))
  if (kind === 'place' && !anyTime && time) fields.set('start', time)
  if (kind === 'pin') fields.set('pinned', to.pinned ? 'yes' : 'no')
  try {
    const response = await fetch(`/console/dispatch/placements/${visitId}`, {
      method: methods[kind],
      body: fields,
      headers: { Accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    return answerOf(response.status, await response.json())
  } catch {
    return { kind: 'lost' }
  }
}

interface Saved {
  visit: Spot & { version: number }
}

/** A form's refusal, said by its code; or one without a form, such as a missing row. */
type Reply =
  | { refusal: { refusal: string } | null; said?: Record<string, string> }
  | { refusal: string; said?: string }

function answerOf(status: number, told: unknown): Answer {
  if (typeof told !== 'object' || told === null || status >= 500) return { kind: 'lost' }
  if (status < 300 && 'visit' in told) {
    const { version, crewId, start, end, pinned } = (told as Saved).visit
    return { kind: 'saved', version, spot: { crewId, start, end, pinned } }
  }
  const reply = told as Reply
  if (typeof reply.refusal === 'string') {
    const said = typeof reply.said === 'string' ? reply.said : ''
    return { kind: 'refused', code: reply.refusal, said }
  }
  const code = reply.refusal?.refusal ?? ''
  const said = typeof reply.said === 'object' ? (reply.said[code] ?? '') : ''
  return { kind: 'refused', code, said }
}
