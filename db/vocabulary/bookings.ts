import type { TicketKind } from './tickets.ts'

/** What a customer can book; each needs the crew's skill of the same name unless its service says otherwise. */
export const services = ['delivery', 'install', 'survey', 'repair'] as const
export type Service = (typeof services)[number]

/** Which visit a matter usually needs; any other a repair. */
const usualServices: Partial<Record<TicketKind, Service>> = {
  delivery: 'delivery',
  exchange: 'delivery',
  return: 'delivery',
  install: 'install',
  survey: 'survey',
}
export const usualService = (kind: TicketKind): Service => usualServices[kind] ?? 'repair'

/** What is booked together: the second never before the first (BK-1). */
export const followingService: Partial<Record<Service, Service>> = { delivery: 'install' }

/** DS-3: leave is asked, then approved or refused; who asked may take it back. */
export const leaveStatuses = ['asked', 'approved', 'refused', 'withdrawn'] as const
export type LeaveStatus = (typeof leaveStatuses)[number]

/** DS-3 as data: from → to. Approved leave may still be taken back. */
export const leaveMoves: Record<LeaveStatus, readonly LeaveStatus[]> = {
  asked: ['approved', 'refused', 'withdrawn'],
  approved: ['withdrawn'],
  refused: [],
  withdrawn: [],
}

/** What the crew finds at the home, as the customer answered it. */
export const parkingAnswers = ['at_door', 'nearby', 'none'] as const
export type ParkingAnswer = (typeof parkingAnswers)[number]
