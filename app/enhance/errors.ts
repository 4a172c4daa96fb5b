/**
 * The summary of errors takes the focus; a line of it leads into its field, not only to it. The page answered a form:
 * its entry in the history becomes one that is read, so that Back and Reload don't ask to send the form again.
 */
export function focusErrors() {
  history.replaceState(history.state, '', location.href)
  const summary = document.querySelector<HTMLElement>('#error-summary')
  summary?.focus()
  if (summary) document.addEventListener('input', ({ target }) => putRight(summary, target))
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

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement

/** What was wrong with a field isn't said any more once something else stands in it; the server judges it anew. */
function putRight(summary: HTMLElement, target: EventTarget | null) {
  if (!isField(target)) return
  target.removeAttribute('aria-invalid')
  const box = target.closest('.has-error')
  box?.classList.remove('has-error')
  box?.querySelectorAll('.error').forEach((said) => said.remove())
  for (const link of summary.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    if (link.hash !== '' && isOf(document.querySelector(link.hash), target)) {
      link.closest('li')?.remove()
    }
  }
  const left = summary.querySelectorAll('li').length
  const title = summary.querySelector<HTMLElement>('[data-titles]')
  const titles = JSON.parse(title?.dataset.titles ?? '[]') as string[]
  summary.hidden = left === 0 && title !== null
  const said = titles[left - 1]
  if (title && said && title.textContent !== said) title.textContent = said
}

/** Whether the summary's line leads to this field, to its group or to another choice of it. */
function isOf(place: Element | null, field: Field): boolean {
  if (place === null) return false
  if (isField(place)) return place === field || (place.name !== '' && place.name === field.name)
  return place.contains(field)
}
