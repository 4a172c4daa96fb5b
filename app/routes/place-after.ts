/** Where a page of a list begins: the instant and the key of the row before it. */
export function placeAfter(given: string | null): [Date, string] | null {
  const [instant, key] = given?.split(',') ?? []
  const at = new Date(instant ?? '')
  if (
    Number.isNaN(at.getTime()) ||
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key ?? '')
  ) {
    return null
  }
  return [at, key!]
}
