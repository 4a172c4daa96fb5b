/** What other nouns and pages may use of crews. */
export { type Area, findArea, listAreas } from './areas.server.ts'
export { type CrewOnCall, lockCrews, membersOfCrews, readCrews } from './read-crews.server.ts'
export { countLeavesToDecide, leaveAnswered } from './leave-waiting.server.ts'
export { crewOfColleague } from './crew-of-colleague.server.ts'
export {
  hoursOfDay,
  type Roster,
  type Shift,
  weekOfRotation,
  workingTime,
  workingTimeAround,
} from './working-time.server.ts'
export { covers, joined, overlaps, type Span, within, without } from './span.ts'
