import type { Party } from '#db/vocabulary/returns.ts'

/** Parties of which the crew, or the colleague, may be named. */
export const crewParties = ['installer', 'logistics'] as const satisfies readonly Party[]
export const staffParties = ['desk', 'store'] as const satisfies readonly Party[]
export const namesCrew = (party: Party) => crewParties.some((one) => one === party)
export const namesStaff = (party: Party) => staffParties.some((one) => one === party)
