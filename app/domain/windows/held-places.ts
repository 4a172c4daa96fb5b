export interface Places {
  /** Still free, in whole places. */
  left: number
  booked: number
  /** Of those booked, the urgent ones. */
  urgent: number
}

/**
 * How many places of each window of a day are kept for urgent repairs (BK-1): a share of the day's places, at least
 * one where there are two, less the urgent visits there are already. They lie where most is left, the earliest first.
 * @param share between 0 and 1
 */
export function heldPlaces(windows: readonly Places[], share: number): number[] {
  const held = windows.map(() => 0)
  const all = windows.reduce((sum, { left, booked }) => sum + left + booked, 0)
  const urgent = windows.reduce((sum, window) => sum + window.urgent, 0)
  let toHold = all < 2 ? 0 : Math.ceil(all * share - 1e-9) - urgent
  while (toHold > 0) {
    let most = -1
    windows.forEach(({ left }, i) => {
      if (left - held[i]! > (most < 0 ? 0 : windows[most]!.left - held[most]!)) most = i
    })
    if (most < 0) break
    held[most]!++
    toHold--
  }
  return held
}
