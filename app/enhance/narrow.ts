/**
 * What is chosen in the form narrows the list at once: the page of that choice is read, and what its `data-narrowed`
 * hold takes the place of what is here, so that the choice keeps the focus. Out of reach, the form is sent as without
 * a script.
 */
export function narrowAtOnce() {
  const form = document.querySelector<HTMLFormElement>('form[data-enhance~="narrow"]')
  if (!form) return
  let request: AbortController | undefined
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return
    request?.abort()
    const mine = (request = new AbortController())
    narrow(form, mine.signal).catch(() => {
      if (!mine.signal.aborted) form.requestSubmit()
    })
  })
}

async function narrow(form: HTMLFormElement, signal: AbortSignal) {
  const url = new URL(form.action)
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value) url.searchParams.set(name, value)
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(String(response.status))
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const [here, there] = [document, page].map((one) => [
    ...one.querySelectorAll<HTMLElement>('[data-narrowed]'),
  ]) as [HTMLElement[], HTMLElement[]]
  if (here.length !== there.length) throw new Error('another page')
  here.forEach((part, i) => part.replaceChildren(...there[i]!.childNodes))
  history.replaceState(history.state, '', url)
}
