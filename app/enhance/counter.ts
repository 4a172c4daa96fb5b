/** How much of a text field is used, as it is typed. */
export function countTyped() {
  for (const counter of document.querySelectorAll<HTMLElement>('[data-count-of]')) {
    const field = document.getElementById(counter.dataset.countOf ?? '')
    if (!(field instanceof HTMLTextAreaElement)) continue
    const show = () => {
      counter.textContent = (counter.dataset.words ?? '').replace('#', String(field.value.length))
    }
    field.addEventListener('input', show)
    show()
  }
}
