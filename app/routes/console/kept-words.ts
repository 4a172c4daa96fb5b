import { useCallback, useEffect, useRef, useState } from 'react'
import { keptWords } from './forget-words.ts'

type Words = Record<string, string>
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * What was typed into a form and not sent stands there again when its writer comes back to it, in the same tab: after
 * looking something up, loading the page anew, changing the language. Sent it is forgotten, and so it is by signing out.
 * @param form the form's id
 * @param about what tells the drafts apart: whose it is, and of what
 * @param reply what a refused form was answered with: the words still stand
 * @param fits whether these words are to stand there again
 * @param onReturn is told of the words that do
 */
export function useKeptWords(
  form: string,
  {
    about,
    reply,
    fits,
    onReturn,
  }: {
    about: readonly (string | number)[]
    reply?: unknown
    fits?: (words: Words) => boolean
    onReturn?: (words: Words) => void
  },
) {
  const key = keptWords + about.join(':')
  const [returned, setReturned] = useState(false)
  const latest = useRef({ fits, onReturn })
  useEffect(() => {
    latest.current = { fits, onReturn }
  })
  const keep = useCallback(() => keepIn(key, controlsOf(form)), [form, key])

  useEffect(() => {
    const words = read(key)
    if (!words || latest.current.fits?.(words) === false) return
    if (!putBack(controlsOf(form), words)) return
    setReturned(true)
    latest.current.onReturn?.(words)
  }, [form, key])

  useEffect(() => {
    const element = document.getElementById(form)
    const sent = () => forget(key)
    // Not `change`: a field that goes away says it too, when its words have been sent.
    element?.addEventListener('input', keep)
    element?.addEventListener('submit', sent)
    return () => {
      element?.removeEventListener('input', keep)
      element?.removeEventListener('submit', sent)
    }
  }, [form, key, keep])

  useEffect(() => {
    if (typeof reply === 'object' && reply !== null && 'lastResult' in reply) keep()
  }, [reply, keep])

  return {
    /** Words from before stand in the form. */
    returned,
    /** For what a script put into the form. */
    keep,
    forget: useCallback(() => {
      forget(key)
      setReturned(false)
    }, [key]),
  }
}

function controlsOf(form: string): Control[] {
  const element = document.getElementById(form)
  if (!(element instanceof HTMLFormElement)) return []
  return [...element.elements].filter(
    (one): one is Control =>
      (one instanceof HTMLInputElement && !['hidden', 'file', 'submit'].includes(one.type)) ||
      one instanceof HTMLTextAreaElement ||
      one instanceof HTMLSelectElement,
  )
}

const isTicked = (control: Control) =>
  control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)

/** Only while something differs from what the page itself wrote. */
function keepIn(key: string, controls: Control[]) {
  const words: Words = {}
  let typed = false
  for (const control of controls) {
    if (!control.name) continue
    if (isTicked(control)) {
      if ((control as HTMLInputElement).checked) words[control.name] = control.value
      continue
    }
    words[control.name] = control.value
    if (!(control instanceof HTMLSelectElement) && control.value.trim() !== '') typed = true
  }
  try {
    if (typed) sessionStorage.setItem(key, JSON.stringify(words))
    else sessionStorage.removeItem(key)
  } catch {
    // The browser keeps nothing: the form still works.
  }
}

function read(key: string): Words | null {
  try {
    const words: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return typeof words === 'object' && words !== null ? (words as Words) : null
  } catch {
    return null
  }
}

function forget(key: string) {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // As above.
  }
}

/** What the page says already (a form that came back refused) stays. */
function putBack(controls: Control[], words: Words): boolean {
  let changed = false
  for (const control of controls) {
    const value = words[control.name]
    if (value === undefined) continue
    if (isTicked(control)) {
      const ticked = control as HTMLInputElement
      ticked.checked = ticked.value === value
    } else if (control.value !== value) {
      control.value = value
      changed = true
    }
  }
  return changed
}
