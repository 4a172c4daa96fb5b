/** How the keys begin under which the browser keeps what was typed and not sent. */
export const keptWords = 'kept-words:'

/** Nobody who signs in after them finds what they had typed. */
export function forgetAllWords() {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(keptWords)) sessionStorage.removeItem(key)
    }
  } catch {
    // Nothing was kept where nothing may be.
  }
}
