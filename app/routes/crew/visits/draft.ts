import { type FormEvent, useEffect } from 'react'

const keyOf = (visitId: number) => `visit-${visitId}-work-done`

/** Keeps what is being written in a field on this phone until it has been sent. */
export function useDraft(visitId: number, fieldId: string) {
  useEffect(() => {
    const field = document.getElementById(fieldId)
    const kept = read(keyOf(visitId))
    if (field instanceof HTMLTextAreaElement && field.value === '' && kept) field.value = kept
  }, [visitId, fieldId])
  return {
    onInput: (event: FormEvent<HTMLTextAreaElement>) =>
      write(keyOf(visitId), event.currentTarget.value),
  }
}

/** What was sent needs no draft any more. */
export function useDropDraft(visitId: number, sent: boolean) {
  useEffect(() => {
    if (sent) write(keyOf(visitId), '')
  }, [visitId, sent])
}

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
