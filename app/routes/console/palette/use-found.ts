import { useEffect, useState } from 'react'
import type { FoundGroups } from '#app/routes/resources/search.ts'

/** Between two keys somebody who types pauses less. */
const pauses = 120

type Answer = FoundGroups | 'failed'

/** What is found under what was typed; `null` while that isn't known yet. */
export function useFound(typed: string): Answer | null {
  const [answer, setAnswer] = useState<{ q: string; found: Answer } | null>(null)
  const q = typed.trim()
  useEffect(() => {
    if (q === '') return
    const left = new AbortController()
    const ask = async () => {
      try {
        const response = await fetch(`/resources/search?q=${encodeURIComponent(q)}`, {
          signal: left.signal,
        })
        // Signed out it is the page for signing in that answers.
        const found = response.ok && !response.redirected
        const groups = found ? ((await response.json()) as FoundGroups) : 'failed'
        setAnswer({ q, found: groups })
      } catch {
        if (!left.signal.aborted) setAnswer({ q, found: 'failed' })
      }
    }
    const timer = window.setTimeout(() => void ask(), pauses)
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [q])
  return answer?.q === q && q !== '' ? answer.found : null
}
