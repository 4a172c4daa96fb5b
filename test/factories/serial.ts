let last = 0

/** A number no other row of this test file has had. */
export const serial = () => (last += 1)

/** A Chinese mobile number of its own, E.164. */
export const aPhone = () => `+86138${String(serial()).padStart(8, '0')}`

export function only<T>(rows: T[]): T {
  const [row] = rows
  if (row === undefined || rows.length > 1) throw new Error(`One row, not ${rows.length}`)
  return row
}
