import { shrink } from './shrink.ts'

/** Photos that go along with a form are made small as they are chosen, so that sending it takes less. */
export function shrinkAttached() {
  const inputs = document.querySelectorAll<HTMLInputElement>('input[data-enhance~="shrink"]')
  for (const input of inputs) {
    input.addEventListener('change', () => void replace(input))
  }
}

async function replace(input: HTMLInputElement) {
  const chosen = input.files
  if (!chosen || chosen.length === 0) return
  const small = new DataTransfer()
  for (const file of chosen) {
    const { name, lastModified } = file
    const blob = await shrink(file)
    small.items.add(
      blob === file ? file : new File([blob], jpegName(name), { type: blob.type, lastModified }),
    )
  }
  // Others may have been chosen meanwhile.
  if (input.files === chosen) input.files = small.files
}

const jpegName = (name: string) => `${name.replace(/\.[^.]*$/, '')}.jpg`
