import { useEffect, useState } from 'react'
import type { AnswerView } from './answer-view.server.ts'

/** Long enough after the last key that a word is whole. */
const pause = 400

/**
 * The answers to what is typed or chosen (KB-1), a moment after it was; those before stand until then. What can't be
 * fetched is not offered.
 * @param matter the question of `/resources/known-answers`; empty for nothing said, `null` while `first` holds
 */
export function useAnswersTo(matter: string | null, first: AnswerView[]): AnswerView[] {
  const [found, setFound] = useState<AnswerView[] | null>(null)
  useEffect(() => {
    if (matter === null || matter === '') {
      setFound(matter === null ? null : [])
      return
    }
    const left = new AbortController()
    const ask = async () => {
      try {
        const response = await fetch(`/resources/known-answers?${matter}`, { signal: left.signal })
        // Signed out it is the page for signing in that answers.
        if (response.ok && !response.redirected) setFound((await response.json()) as AnswerView[])
      } catch {
        // Out of reach, or something else was typed meanwhile.
      }
    }
    const timer = window.setTimeout(() => void ask(), pause)
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [matter])
  return found ?? first
}
