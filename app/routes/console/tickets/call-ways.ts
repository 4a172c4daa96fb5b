import { useEffect, useRef } from 'react'
import type { CallerView } from './caller-view.server.ts'

/** Enter after the number goes on to the first thing that isn't known, once the answer is there. */
export function useGoingOn(formId: string, looked: string | null, caller: CallerView | null) {
  const asked = useRef(false)
  const go = () => {
    asked.current = false
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    const next = form.elements.namedItem(caller ? 'product' : 'name')
    if (next instanceof HTMLInputElement) next.focus()
  }
  useEffect(() => {
    if (asked.current && looked !== null) go()
  })
  return (typed: string) => {
    const digits = typed.replace(/\D/g, '')
    if (digits !== '' && looked?.endsWith(digits)) go()
    else asked.current = true
  }
}

export const isWholeMobile = (typed: string) =>
  /^(\+?86)?1[3-9]\d{9}$/.test(typed.normalize('NFKC').replace(/[\s-]/g, ''))

/** A mobile of this country with digits missing or too many: nobody's number yet. */
export function isCutShort(typed: string): boolean {
  const digits = typed.normalize('NFKC').replace(/[^+\d]/g, '')
  const national = digits.replace(/^(\+86|0086|86(?=1[3-9]))/, '')
  return /^1[3-9]/.test(national) && national.length !== 11
}

/** What we know of the caller goes where nothing has been typed. */
export function fillEmpty(formId: string, caller: CallerView) {
  const form = document.getElementById(formId)
  if (!(form instanceof HTMLFormElement)) return
  for (const name of ['name', 'address', 'email'] as const) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement && field.value === '') field.value = caller[name]
  }
  const language = form.elements.namedItem('language')
  if (language instanceof HTMLSelectElement) language.value = caller.locale
}
