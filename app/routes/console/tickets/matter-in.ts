import type { CallField } from './call-form.tsx'
import type { CallerView } from './caller-view.server.ts'

/** What the form says of the matter, as `/resources/known-answers` is asked; empty while it says nothing. */
export function matterIn(form: HTMLFormElement, caller: CallerView | null): string {
  const typed = new FormData(form)
  const said = (name: CallField) => {
    const value = typed.get(name)
    return typeof value === 'string' ? value.trim().slice(0, 500) : ''
  }
  const product = said('product')
  const line = caller?.bought.find((one) => one.product === product)
  const facts = {
    product,
    ...(line && { productId: String(line.productId) }),
    category: said('category') === 'other' ? '' : said('category'),
    description: said('description'),
  }
  return new URLSearchParams(Object.entries(facts).filter(([, value]) => value !== '')).toString()
}
