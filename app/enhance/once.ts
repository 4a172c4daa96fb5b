/** Longer than a slow answer takes; after it, a form may be sent again whatever became of it. */
const patience = 15_000

/** A form on its way isn't sent a second time; the server would count it once anyway. */
export function submitOnce() {
  const release = (form: HTMLFormElement) => {
    delete form.dataset.onItsWay
    form.removeAttribute('aria-busy')
  }
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-enhance~="once"]')) {
    form.addEventListener('submit', (event) => {
      if (event.defaultPrevented) return
      if (form.dataset.onItsWay) {
        event.preventDefault()
        return
      }
      form.dataset.onItsWay = 'yes'
      form.setAttribute('aria-busy', 'true')
      setTimeout(() => release(form), patience)
    })
  }
  addEventListener('pageshow', () => {
    document.querySelectorAll<HTMLFormElement>('form[data-on-its-way]').forEach(release)
  })
}
