import { useEffect } from 'react'

/**
 * A visit under the pointer or the cursor is lit wherever the page shows it: the card (`data-visit`) and the stop on
 * the map (`data-stop`) get `data-lit`. Outside React, so that a board of hundreds of cards isn't drawn anew.
 */
export function useLitVisits(): void {
  useEffect(() => {
    let lit: string | undefined
    const light = (visit: string | undefined) => {
      if (visit === lit) return
      for (const one of document.querySelectorAll('[data-lit]')) one.removeAttribute('data-lit')
      lit = visit
      if (visit === undefined || !/^\d+$/.test(visit)) return
      for (const one of document.querySelectorAll(
        `[data-visit="${visit}"], [data-stop="${visit}"]`,
      )) {
        one.setAttribute('data-lit', '')
      }
    }
    const visitAt = (target: EventTarget | null) => {
      const at = target instanceof Element ? target.closest('[data-visit], [data-stop]') : null
      return at?.getAttribute('data-visit') ?? at?.getAttribute('data-stop') ?? undefined
    }
    const over = ({ target }: Event) => light(visitAt(target) ?? visitAt(document.activeElement))
    const away = () => light(undefined)
    document.addEventListener('pointerover', over)
    document.addEventListener('focusin', over)
    document.addEventListener('focusout', away)
    return () => {
      document.removeEventListener('pointerover', over)
      document.removeEventListener('focusin', over)
      document.removeEventListener('focusout', away)
      light(undefined)
    }
  }, [])
}
