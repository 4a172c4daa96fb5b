import { useEffect, useState } from 'react'

type Values = Record<string, unknown>

/**
 * what a colleague changed while a form was open. What the person left as it stood takes the new value, so that
 * saving again doesn't undo it; where both changed a field, the answer is what stands now, in the field's own words.
 * @param defaults what stands now; it is loaded anew after a refusal
 * @param refusal the code of what the form was answered with
 */
export function useChangedMeanwhile(
  id: string,
  defaults: Values,
  refusal: string | undefined,
): Readonly<Record<string, string>> {
  const [filled, setFilled] = useState(defaults)
  const [theirs, setTheirs] = useState<Record<string, string>>({})
  const refused = refusal?.endsWith('Changed') ?? false
  const changed = Object.keys(defaults).filter((name) => !same(defaults[name], filled[name]))
  useEffect(() => {
    const form = document.getElementById(id)
    if (!refused || changed.length === 0 || !(form instanceof HTMLFormElement)) return
    const typed = new FormData(form)
    const both: Record<string, string> = {}
    for (const name of changed) {
      const now = list(defaults[name])
      if (same(typed.getAll(name), filled[name])) fill(fieldsOf(form, name), now)
      else if (!same(typed.getAll(name), now)) both[name] = inWords(fieldsOf(form, name), now)
    }
    setFilled(defaults)
    setTheirs(both)
  })
  return refused ? theirs : {}
}

const list = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value])
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .map((item) => String(item).replaceAll('\r\n', '\n'))
    .filter((item) => item !== '')

const same = (one: unknown, other: unknown) =>
  list(one).toSorted().join('\n') === list(other).toSorted().join('\n')

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const fieldsOf = (form: HTMLFormElement, name: string) =>
  [...form.elements].filter((field): field is Field => 'name' in field && field.name === name)

const isChoice = (field: Field): field is HTMLInputElement =>
  field.type === 'radio' || field.type === 'checkbox'

function fill(fields: Field[], values: string[]): void {
  for (const field of fields) {
    if (isChoice(field)) field.checked = values.includes(field.value)
    else field.value = values[0] ?? ''
  }
}

/** As the page says it: an option's text, a choice's label. */
function inWords(fields: Field[], values: string[]): string {
  const words = values.map((value) => {
    for (const field of fields) {
      if (isChoice(field) && field.value === value) return field.labels?.[0]?.innerText ?? value
      if (field instanceof HTMLSelectElement) {
        return [...field.options].find((option) => option.value === value)?.text ?? value
      }
    }
    return value
  })
  return words.join('、')
}
