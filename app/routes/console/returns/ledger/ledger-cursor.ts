/** Where a page of cases or claims begins: the instant of the row before it, and its key. */
export interface Cursor {
  at: string
  id: number
}

export const cursorText = ({ at, id }: Cursor) => `${at},${id}`

export function cursorIn(given: string | null): Cursor | null {
  const [at = '', id = ''] = given?.split(',') ?? []
  const instant = new Date(at)
  if (!/^[1-9]\d{0,14}$/.test(id) || Number.isNaN(instant.getTime())) return null
  return { at: instant.toISOString(), id: Number(id) }
}
