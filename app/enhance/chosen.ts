/**
 * The bar under the windows says what is chosen. Of the windows that follow another visit only those after its end
 * can be chosen (BK-1); the others are put away. What was chosen first stands again when it can; otherwise the last
 * option, unless the bar says (`data-ask`) that only the person chooses.
 */
export function showChosen() {
  const bar = document.querySelector<HTMLElement>('[data-chosen]')
  const form = bar?.closest('form')
  if (!bar || !form) return
  const checked = (name: string) =>
    form.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)
  const show = () => {
    const first = checked('window')
    putAway(form, first, 'ask' in bar.dataset)
    const second = checked('install')
    const [day, times] = ['[data-chosen-day]', '[data-chosen-times]'].map((part) =>
      bar.querySelector(part),
    )
    if (!day || !times) return
    day.textContent = first?.dataset.day ?? bar.dataset.none ?? ''
    times.textContent = first ? says(bar, first, second) : ''
    bar.hidden = false
  }
  form.addEventListener('change', show)
  addEventListener('pageshow', show)
  show()
}

function says({ dataset }: HTMLElement, first: HTMLInputElement, second: HTMLInputElement | null) {
  const words = `${dataset.first} ${first.dataset.time}`
  if (!second?.dataset.time) return words
  const sameDay = second.dataset.day === first.dataset.day
  const when = sameDay ? second.dataset.time : `${second.dataset.day} ${second.dataset.time}`
  return `${words}${dataset.and}${dataset.second} ${when}`
}

function putAway(form: HTMLFormElement, first: HTMLInputElement | null, ask: boolean) {
  const end = first?.dataset.end ?? ''
  const options = [...form.querySelectorAll<HTMLInputElement>('input[name="install"]')]
  for (const option of options) {
    const early = (option.dataset.start ?? end) < end
    option.disabled = early
    const label = option.closest('label')
    if (label) label.hidden = early
  }
  if (options.some(({ checked, disabled }) => checked && !disabled)) return
  for (const option of options) option.checked = false
  const instead =
    options.find(({ defaultChecked, disabled }) => defaultChecked && !disabled) ??
    (ask ? undefined : options.at(-1))
  if (instead) instead.checked = true
}
