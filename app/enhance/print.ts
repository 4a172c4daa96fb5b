/** What the browser's own menu does, as a button. */
export function printPage() {
  document.querySelector('[data-print]')?.addEventListener('click', () => print())
}
