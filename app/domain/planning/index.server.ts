/** What pages, jobs and the demo data may use of planning. */
export { acceptPlan } from './accept-plan.server.ts'
export { dismissPlan } from './dismiss-plan.server.ts'
export { readPlanId } from './find-plan.server.ts'
export { planOfDay, readPlan } from './read-plan.server.ts'
export { startPlan } from './start-plan.server.ts'
export { stopPlan } from './stop-plan.server.ts'
export { workOutPlan } from './work-out-plan.server.ts'
