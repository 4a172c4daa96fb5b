/**
 * Whom a note brings in (IN-9): the colleagues whose names stand in it after an `@`. Of two names that both fit, the
 * longer one is meant, also where no space follows, as in Chinese; colleagues of the same name are both meant.
 */
export function namedIn<Person extends { name: string }>(body: string, people: readonly Person[]) {
  const folded = fold(body)
  const names = new Map<string, Person[]>()
  for (const person of people) {
    const name = fold(person.name)
    if (name !== '') names.set(name, [...(names.get(name) ?? []), person])
  }
  const byLength = [...names.keys()].sort((a, b) => b.length - a.length)
  const meant = new Set<Person>()
  for (let at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
    // An address of mail names nobody.
    if (/[a-z0-9._-]/.test(folded[at - 1] ?? '')) continue
    const rest = folded.slice(at + 1)
    const name = byLength.find((one) => rest.startsWith(one) && !cutsWord(one, rest))
    for (const person of names.get(name ?? '') ?? []) meant.add(person)
  }
  return [...meant]
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

/** `@Ann` is not meant by `@Annabel`. */
const cutsWord = (name: string, text: string) =>
  /[a-z0-9]$/.test(name) && /^[a-z0-9]/.test(text.slice(name.length))
