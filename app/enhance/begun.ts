/** The report, and the booking, this browser began last, so that its first page can lead back into it. */
interface Begun {
  at: number
  token: string
  address: string
  about: string
}

/** Before the keys of what was typed, under its draft and step. */
export const typedPrefix = 'typed:'
const begunKey = (kind: string) => `begun-${kind}`
const freshKey = (kind: string) => `fresh-${kind}`
const kindOf = ({ dataset }: HTMLFormElement) => dataset.kind ?? ''
/** As long as the server keeps a draft. */
const keptDays = 7

/** Must run before what was typed is put back: it decides which report or booking the first page is of. */
export function rememberBegun() {
  const sent = document.querySelector<HTMLElement>('[data-sent]')?.dataset.sent
  if (sent) {
    forgetBegun(sent)
    return
  }
  const form = document.querySelector<HTMLFormElement>('form[data-draft][data-kind]')
  if (!form) return
  if (form.dataset.fresh) {
    stayWithToken(form)
    offer(form)
  } else begin(form)
}

/** It was sent, or isn't needed any more. */
export function forgetBegun(kind: string) {
  localStorage.removeItem(begunKey(kind))
  sessionStorage.removeItem(freshKey(kind))
}

/** The first page makes a new token each time it is read; until it is sent, this tab stays with the first of them. */
function stayWithToken(form: HTMLFormElement) {
  const made = form.dataset.draft ?? ''
  const token = sessionStorage.getItem(freshKey(kindOf(form))) ?? made
  sessionStorage.setItem(freshKey(kindOf(form)), token)
  form.dataset.draft = token
  form.action = form.action.replace(made, token)
  const field = form.querySelector<HTMLInputElement>('[name="draft"]')
  if (field) field.value = token
}

function begin(form: HTMLFormElement) {
  const kind = kindOf(form)
  sessionStorage.removeItem(freshKey(kind))
  const { draft: token = '', about } = form.dataset
  if (!about) return
  const begun: Begun = { at: Date.now(), token, address: form.action, about }
  localStorage.setItem(begunKey(kind), JSON.stringify(begun))
}

function offer(form: HTMLFormElement) {
  const notice = document.querySelector<HTMLElement>('[data-begun]')
  const begun = JSON.parse(localStorage.getItem(begunKey(kindOf(form))) ?? 'null') as Begun | null
  if (!notice || !begun || begun.token === form.dataset.draft) return
  if (Date.now() - begun.at > keptDays * 86_400_000) return
  const about = notice.querySelector('[data-begun-about]')
  if (about) about.textContent = begun.about
  notice.querySelector('a')?.setAttribute('href', begun.address)
  notice.querySelector('[data-begun-forget]')?.addEventListener('click', () => {
    localStorage.removeItem(begunKey(kindOf(form)))
    for (const key of Object.keys(localStorage))
      if (key.startsWith(`${typedPrefix}${begun.token}:`)) localStorage.removeItem(key)
    notice.hidden = true
    form.querySelector<HTMLElement>('input:not([type="hidden"]), textarea')?.focus()
  })
  notice.hidden = false
}
