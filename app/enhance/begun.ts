/** The report this browser began last, so that its first page can lead back into it. */
interface Begun {
  at: number
  token: string
  address: string
  product: string
}

const begunKey = 'begun-report'
const freshKey = 'fresh-report'
/** As long as the server keeps a draft. */
const keptDays = 7

/** Must run before what was typed is put back: it decides which report the first page is of. */
export function rememberReport() {
  if (document.querySelector('[data-enhance~="report-sent"]')) {
    localStorage.removeItem(begunKey)
    sessionStorage.removeItem(freshKey)
    return
  }
  const form = document.querySelector<HTMLFormElement>('form[data-draft]:has([name="draft"])')
  if (!form) return
  if (form.dataset.fresh) {
    stayWithToken(form)
    offer(form)
  } else begin(form)
}

/** The first page makes a new token each time it is read; until it is sent, this tab stays with the first of them. */
function stayWithToken(form: HTMLFormElement) {
  const made = form.dataset.draft ?? ''
  const token = sessionStorage.getItem(freshKey) ?? made
  sessionStorage.setItem(freshKey, token)
  form.dataset.draft = token
  form.action = form.action.replace(made, token)
  const field = form.querySelector<HTMLInputElement>('[name="draft"]')
  if (field) field.value = token
}

function begin(form: HTMLFormElement) {
  sessionStorage.removeItem(freshKey)
  const { draft: token = '', product } = form.dataset
  if (!product) return
  const begun: Begun = { at: Date.now(), token, address: form.action, product }
  localStorage.setItem(begunKey, JSON.stringify(begun))
}

function offer(form: HTMLFormElement) {
  const notice = document.querySelector<HTMLElement>('[data-begun]')
  const begun = JSON.parse(localStorage.getItem(begunKey) ?? 'null') as Begun | null
  if (!notice || !begun || begun.token === form.dataset.draft) return
  if (Date.now() - begun.at > keptDays * 86_400_000) return
  const product = notice.querySelector('[data-begun-product]')
  if (product) product.textContent = begun.product
  notice.querySelector('a')?.setAttribute('href', begun.address)
  notice.hidden = false
}
