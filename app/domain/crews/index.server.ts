/** What other nouns and pages may use of crews. */
export { type CrewOnCall, lockCrews, membersOfCrews, readCrews } from './read-crews.server.ts'
export { crewOfColleague } from './crew-of-colleague.server.ts'
export { workingTime, workingTimeAround } from './shifts.server.ts'
export { covers, overlaps, type Span } from './span.ts'
