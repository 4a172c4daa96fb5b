/** Each module is loaded only by a page that has its element. */
export async function enhance() {
  const has = (selector: string) => document.querySelector(selector) !== null
  await Promise.all([
    has('[data-enhance~="errors"]') && import('./errors.ts').then(({ focusErrors }) => focusErrors()),
    has('[data-enhance~="draft"]') && import('./draft.ts').then(({ keepDrafts }) => keepDrafts()),
    has('[data-enhance~="photos"]') && import('./photos.ts').then(({ sendPhotos }) => sendPhotos()),
    has('[data-enhance~="once"]') && import('./once.ts').then(({ submitOnce }) => submitOnce()),
  ])
}
