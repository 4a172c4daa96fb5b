import { publicUrl } from '#app/platform/listener.server.ts'

/** A visit's name in every calendar, for ever. */
export const uidOf = (visit: { id: number }) => `visit-${visit.id}@${new URL(publicUrl()).hostname}`
