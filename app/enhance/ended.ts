import { forgetBegun } from './begun.ts'

/** A report that isn't needed any more is not offered again where reports begin; its link still leads back into it. */
export function endReport() {
  const kind = document.querySelector<HTMLElement>('[data-ended]')?.dataset.ended
  try {
    if (kind) forgetBegun(kind)
  } catch {
    // No storage in this browser: nothing was remembered.
  }
}
