/**
 * The bar under the windows says what is chosen. Of the windows that follow another visit only those after its end
 * can be chosen (BK-1); the others are put away.
 */
export function showChosen() {
  const bar = document.querySelector<HTMLElement>('[data-chosen]')
  const form = bar?.closest('form')
  if (!bar || !form) return
  const checked = (name: string) =>
    form.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)
  const show = () => {
    const first = checked('window')
    putAway(form, first)
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

function putAway(form: HTMLFormElement, first: HTMLInputElement | null) {
  const end = first?.dataset.end ?? ''
  const options = [...form.querySelectorAll<HTMLInputElement>('input[name="install"]')]
  for (const option of options) {
    const early = (option.dataset.start ?? end) < end
    option.disabled = early
    const label = option.closest('label')
    if (label) label.hidden = early
  }
  const chosen = options.find((option) => option.checked)
  const later = options.at(-1)
  if (chosen?.disabled && later) later.checked = true
}
