/** A visit's name in every calendar, for ever: wherever the pages are served from, and in no other shop's. */
export const uidOf = ({ id, createdAt }: { id: number; createdAt: Date }) =>
  `visit-${id}@${createdAt.getTime().toString(36)}.shangmen`
