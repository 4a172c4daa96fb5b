import { type FormEvent, useEffect } from 'react'

type Draft = 'work-done' | 'correction' | 'no-show'

const keyOf = (visitId: number, of: Draft) => `visit-${visitId}-${of}`

/** Keeps what is being written in a field on this phone until it has been sent. */
export function useDraft(visitId: number, fieldId: string, of: Draft = 'work-done') {
  useEffect(() => {
    const field = document.getElementById(fieldId)
    const kept = read(keyOf(visitId, of))
    if (field instanceof HTMLTextAreaElement && field.value === '' && kept) field.value = kept
  }, [visitId, fieldId, of])
  return {
    onInput: (event: FormEvent<HTMLTextAreaElement>) =>
      write(keyOf(visitId, of), event.currentTarget.value),
  }
}

/** What was sent needs no draft any more. */
export function useDropDraft(visitId: number, sent: boolean) {
  useEffect(() => {
    if (sent) dropDraft(visitId, 'work-done')
  }, [visitId, sent])
}

export const dropDraft = (visitId: number, of: Draft) => write(keyOf(visitId, of), '')

/** A browser may refuse to keep anything; then there is simply no draft. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    if (value) localStorage.setItem(key, value)
    else localStorage.removeItem(key)
  } catch {
    return
  }
}
