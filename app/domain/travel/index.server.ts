/** What other nouns and pages may use of travel. */
export { estimateLeg, kmBetween, type Leg, type Stand, unknownMinutes } from './estimate.ts'
export {
  baseOf,
  type Gazetteer,
  type GazetteerArea,
  type Home,
  pointOf,
  readGazetteer,
} from './gazetteer.server.ts'
export { knownWay, type Travel, travelAlong, travelBetween } from './travel.server.ts'
export type { Point } from '#app/platform/point.ts'
