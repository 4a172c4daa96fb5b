/** Two ways of naming the same thing: one contains the other, or both name the same model. */
export function sameProduct(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  if (a === '' || b === '') return false
  if (a.includes(b) || b.includes(a)) return true
  const models = modelsIn(other)
  return modelsIn(one).some((model) => models.includes(model))
}

/** The same by any of its names. */
export const isCalled = (product: string, names: readonly string[]) =>
  names.some((name) => sameProduct(product, name))

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Letters and digits together, such as JZT-B73. */
const modelsIn = (name: string) =>
  (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9][a-z0-9-]*/g) ?? []
  )
    .map(plain)
    .filter((word) => word.length >= 3 && /\d/.test(word) && /[a-z]/.test(word))
