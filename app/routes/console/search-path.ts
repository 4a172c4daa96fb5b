/** The page of a search; `more` is the page or the place it goes on from. */
export const searchPath = (q: string, more: { page?: number; before?: string } = {}) =>
  `/console/search?${new URLSearchParams({
    q,
    ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, String(value)])),
  })}`
