/** An instant within a civil day (`YYYY-MM-DD`) of any zone in use, for the formats. */
export const withinDay = (day: string) => `${day}T12:00:00Z`
