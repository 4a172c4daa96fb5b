/**
 * The summary of errors takes the focus; a line of it leads into its field, not only to it. The page answered a form:
 * its entry in the history becomes one that is read, so that Back and Reload don't ask to send the form again.
 */
export function focusErrors() {
  history.replaceState(history.state, '', location.href)
  const summary = document.querySelector<HTMLElement>('#error-summary')
  summary?.focus()
  summary?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
    const target = link && document.querySelector<HTMLElement>(link.hash)
    if (!target) return
    const field = target.matches('input, textarea, select')
      ? target
      : target.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select')
    if (!field) return
    event.preventDefault()
    target.scrollIntoView({ block: 'start' })
    field.focus({ preventScroll: true })
  })
}
