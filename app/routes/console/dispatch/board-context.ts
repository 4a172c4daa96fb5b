import { useOutletContext } from '@remix-run/react'

/** What a visit's panel can do on the board beside it: shown at once, saved behind, and undone like any other move. */
export interface BoardContext {
  place(visit: Known, to: { crewId: number; start?: string }): void
  takeOff(visit: Known): void
  pin(visit: Known, pinned: boolean): void
  /** What the day is, `YYYY-MM-DD`. */
  day: string
}

export interface Known {
  id: number
  version: number
}

export const useBoard = () => useOutletContext<BoardContext>()
