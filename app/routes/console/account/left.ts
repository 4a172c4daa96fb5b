import type { StaffActor } from '#app/platform/actor.ts'
import { may } from '#app/platform/permissions.ts'

/** Where signing out leads: a crew's phone forgets there what it kept of the day. */
export const leftPath = (actor: StaffActor) =>
  may(actor, 'visit:work') ? '/sign-in?left' : '/sign-in'
