/** What a button stands for can be copied: the confirmation's number, the link to follow it. */
export function copyOnClick() {
  const status = document.querySelector<HTMLElement>('[data-copy-status]')
  for (const copy of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    copy.addEventListener('click', () => {
      void navigator.clipboard.writeText(copy.dataset.copy ?? '').then(() => {
        const said = copy.dataset.copied ?? ''
        if (status) status.textContent = said
        if (copy.lastChild) copy.lastChild.textContent = said
      })
    })
  }
}
