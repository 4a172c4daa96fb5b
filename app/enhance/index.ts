/** Each module is loaded only by a page that has its element. */
export async function enhance() {
  for (const element of document.querySelectorAll<HTMLElement>('[data-needs-script]')) {
    element.hidden = false
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-needs-no-script]')) {
    element.hidden = true
  }
  const has = (selector: string) => document.querySelector(selector) !== null
  // What was typed is put back before anything reads it.
  if (has('[data-enhance~="draft"], [data-enhance~="sent"]')) {
    const { keepDrafts } = await import('./draft.ts')
    keepDrafts()
  }
  await Promise.all([
    has('#error-summary') && import('./errors.ts').then(({ focusErrors }) => focusErrors()),
    has('[data-count-of]') && import('./counter.ts').then(({ countTyped }) => countTyped()),
    has('[data-enhance~="photos"]') && import('./photos.ts').then(({ sendPhotos }) => sendPhotos()),
    has('[data-enhance~="shrink"]') &&
      import('./attach.ts').then(({ shrinkAttached }) => shrinkAttached()),
    has('[data-enhance~="once"]') && import('./once.ts').then(({ submitOnce }) => submitOnce()),
    has('[data-chosen]') && import('./chosen.ts').then(({ showChosen }) => showChosen()),
    has('[data-copy]') && import('./copy.ts').then(({ copyOnClick }) => copyOnClick()),
    has('[data-enhance~="narrow"]') &&
      import('./narrow.ts').then(({ narrowAtOnce }) => narrowAtOnce()),
    has('[data-answers]') && import('./answers.ts').then(({ offerAnswers }) => offerAnswers()),
    has('[data-ended]') && import('./ended.ts').then(({ endReport }) => endReport()),
    has('[data-print]') && import('./print.ts').then(({ printPage }) => printPage()),
  ])
}
