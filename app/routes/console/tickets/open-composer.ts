/** The name of the radios that choose which of the two drafts is seen. */
export const composerTabs = 'write-to'

/** Shows one of the two drafts and puts the cursor into it. */
export function openComposer(kind: 'note' | 'message') {
  showDraft(kind)
  document.getElementById(`${kind}-draft-body`)?.focus()
}

/** The same, and the cursor stays where it is. */
export function showDraft(kind: 'note' | 'message') {
  document.querySelector<HTMLInputElement>(`input[name=${composerTabs}][value=${kind}]`)?.click()
}
