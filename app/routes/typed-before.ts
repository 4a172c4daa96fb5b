import { useEffect, useRef } from 'react'

/**
 * What stands in a form before the page's script is there counts too: typed on a slow network, or put back by the
 * browser. What the page shows beside its fields follows it.
 * @param take is told once, as the script takes over, what stands in the field of a name
 */
export function useTypedBefore(formId: string, take: (typed: (name: string) => string) => void) {
  const first = useRef(take)
  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    const data = new FormData(form)
    first.current((name) => {
      const value = data.get(name)
      return typeof value === 'string' ? value : ''
    })
  }, [formId])
}
