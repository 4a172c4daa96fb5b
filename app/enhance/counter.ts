/** How much of a text field is used, as it is typed; the browser cuts silently what is too much. */
export function countTyped() {
  for (const counter of document.querySelectorAll<HTMLElement>('[data-count-of]')) {
    const field = document.getElementById(counter.dataset.countOf ?? '')
    if (!(field instanceof HTMLTextAreaElement)) continue
    const show = () => {
      const { length } = field.value
      const { full = '', words = '' } = counter.dataset
      counter.textContent = length < field.maxLength ? words.replace('#', String(length)) : full
      counter.hidden = false
    }
    field.addEventListener('input', show)
    // The browser may put back what was typed after this ran.
    addEventListener('pageshow', show)
    show()
  }
}
