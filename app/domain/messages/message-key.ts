const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether this can be a message's key at all; the database refuses to compare anything else. */
export const isMessageKey = (id: string) => uuid.test(id)
