/** Whether this can be a mail's key at all; the database refuses to compare anything else. */
export const isMailKey = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
