/** An answer as `/resources/answers` gives it. */
interface Answer {
  href: string
  question: string
  answer: string
}

/** Long enough after the last key that a word is whole. */
const pause = 500

/**
 * While a problem is described, the answers that may make the report needless stand under it (KB-1): the place names
 * with `data-answers` where to ask, and has a template for one of them. What can't be fetched is not offered.
 */
export function offerAnswers() {
  const place = document.querySelector<HTMLElement>('[data-answers]')
  const form = place?.closest('form')
  const list = place?.querySelector<HTMLElement>('[data-answers-list]')
  const template = place?.querySelector('template')
  if (!place || !form || !list || !template) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = ''
  let request: AbortController | undefined
  const ask = async () => {
    const address = addressOf(place, form)
    if (address === asked) return
    asked = address
    request?.abort()
    if (!says(address)) return show(place, list, template, [])
    request = new AbortController()
    try {
      const response = await fetch(address, { signal: request.signal })
      if (response.ok) show(place, list, template, (await response.json()) as Answer[])
    } catch {
      // Out of reach, or something else was typed meanwhile.
    }
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), pause)
  }
  form.addEventListener('input', soon)
  // The browser may put back what was typed after this ran.
  addEventListener('pageshow', soon)
  soon()
}

const told = ['category', 'description']

const says = (address: string) => told.some((name) => new URL(address).searchParams.has(name))

function addressOf(place: HTMLElement, form: HTMLFormElement): string {
  const url = new URL(place.dataset.answers ?? '', location.href)
  const typed = new FormData(form)
  for (const name of told) {
    const value = typed.get(name)
    if (typeof value === 'string' && value.trim()) url.searchParams.set(name, value.slice(0, 500))
    else url.searchParams.delete(name)
  }
  return url.href
}

function show(
  place: HTMLElement,
  list: HTMLElement,
  template: HTMLTemplateElement,
  answers: Answer[],
) {
  const there = [...list.querySelectorAll('a')].map(({ href }) => href).join()
  const now = answers.map(({ href }) => new URL(href, location.href).href).join()
  place.hidden = answers.length === 0
  // What stands there may be open and being read.
  if (there === now) return
  list.replaceChildren(
    ...answers.map(({ href, question, answer }) => {
      const item = template.content.cloneNode(true) as DocumentFragment
      const put = (part: string, text: string) => {
        const element = item.querySelector(part)
        if (element) element.textContent = text
      }
      put('summary', question)
      put('[data-answer]', answer)
      item.querySelector('a')?.setAttribute('href', href)
      return item
    }),
  )
}
