/** The confirmation's number can be copied. */
export function copyNumber() {
  const page = document.querySelector<HTMLElement>('[data-number]')
  const status = document.querySelector<HTMLElement>('[data-copy-status]')
  const copy = document.querySelector<HTMLElement>('[data-copy]')
  copy?.addEventListener('click', () => {
    void navigator.clipboard.writeText(page?.dataset.number ?? '').then(() => {
      const said = copy.dataset.copied ?? ''
      if (status) status.textContent = said
      if (copy.lastChild) copy.lastChild.textContent = said
    })
  })
}
