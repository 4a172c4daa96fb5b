import { rememberBegun, typedPrefix as prefix } from './begun.ts'

/**
 * What is typed is kept on this device until it was sent: one entry a form, under its draft and step. An entry whose
 * form was sent is forgotten on the next page of the same draft; if the page never came, it is there again.
 */
interface Entry {
  at: number
  sent: boolean
  values: [name: string, value: string][]
}

const keptDays = 7
const keyOf = ({ dataset }: HTMLFormElement) =>
  `${prefix}${dataset.draft ?? ''}:${dataset.step ?? ''}`

export function keepDrafts() {
  try {
    rememberBegun()
    forget()
    document.querySelectorAll<HTMLFormElement>('form[data-enhance~="draft"]').forEach(keepDraft)
  } catch {
    // No storage in this browser: the page is as good as without a script.
  }
}

/** Entries that are old, and on a page of something that was sent, every entry that was. */
function forget() {
  const done = document.querySelector('[data-enhance~="sent"]') !== null
  const here = document.querySelector<HTMLFormElement>('form[data-enhance~="draft"]')
  for (const key of Object.keys(localStorage).filter((key) => key.startsWith(prefix))) {
    const entry = read(key)
    const sameDraft = here && key.startsWith(`${prefix}${here.dataset.draft ?? ''}:`)
    const otherStep = here && key !== keyOf(here)
    const old = !entry || Date.now() - entry.at > keptDays * 86_400_000
    if (old || (entry.sent && (done || (sameDraft && otherStep)))) localStorage.removeItem(key)
  }
}

function keepDraft(form: HTMLFormElement) {
  const key = keyOf(form)
  const refused = document.querySelector('#error-summary') !== null
  const kept = form.querySelector<HTMLElement>('[data-kept]')
  const entry = read(key)
  // A message that arrived is not written again; a step of a report stays to be changed.
  const arrived = entry?.sent && form.dataset.step === 'message' && !refused
  if (arrived) localStorage.removeItem(key)
  else if (entry && !refused) restore(form, entry)
  const keep = (sent: boolean) => {
    const next: Entry = { at: Date.now(), sent, values: valuesOf(form) }
    try {
      localStorage.setItem(key, JSON.stringify(next))
      if (kept) kept.hidden = false
    } catch {
      if (kept) kept.hidden = true
    }
  }
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement && target.type === 'file')) keep(false)
  })
  form.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) keep(true)
  })
}

function read(key: string): Entry | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Entry | null
  } catch {
    return null
  }
}

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const typedFields = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (field): field is Typed =>
      (field instanceof HTMLInputElement && !['hidden', 'file', 'submit'].includes(field.type)) ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement,
  )

const isChoice = (field: Typed): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')

const valuesOf = (form: HTMLFormElement): Entry['values'] =>
  typedFields(form)
    .filter(
      (field) => field.name && field.name !== 'consent' && (!isChoice(field) || field.checked),
    )
    .map((field) => [field.name, field.value])

function restore(form: HTMLFormElement, { values }: Entry) {
  for (const field of typedFields(form)) {
    if (!field.name || field.name === 'consent') continue
    if (isChoice(field)) {
      field.checked = values.some(([name, value]) => name === field.name && value === field.value)
      continue
    }
    const choices = new Set(
      typedFields(form)
        .filter((other) => isChoice(other) && other.name === field.name)
        .map(({ value }) => value),
    )
    const typed = values.find(([name, value]) => name === field.name && !choices.has(value))
    if (typed) field.value = typed[1]
  }
}
