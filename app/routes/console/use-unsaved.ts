import { useBlocker } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/**
 * Asks before what was typed into a form and isn't kept yet is left: by a link, another page, or the window.
 * @param id the form's
 * @param reply what it was answered with: after a refusal it isn't kept
 * @param question asked where the browser has no words of its own for it
 */
export function useUnsaved(id: string, reply: unknown, question: string): void {
  const unsaved = useRef(false)
  useEffect(() => {
    const form = document.getElementById(id)
    const typed = () => (unsaved.current = true)
    const sent = () => (unsaved.current = false)
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault()
    }
    form?.addEventListener('input', typed)
    form?.addEventListener('submit', sent)
    addEventListener('beforeunload', warn)
    return () => {
      form?.removeEventListener('input', typed)
      form?.removeEventListener('submit', sent)
      removeEventListener('beforeunload', warn)
    }
  }, [id])
  useEffect(() => {
    if (reply) unsaved.current = true
  }, [reply])
  const blocker = useBlocker(
    ({ currentLocation: here, nextLocation: there }) =>
      unsaved.current && here.pathname + here.search !== there.pathname + there.search,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    if (confirm(question)) {
      unsaved.current = false
      blocker.proceed()
    } else blocker.reset()
  }, [blocker, question])
}
