/** IN-2, IN-4: what a ticket's targets are for. */
export const clockKinds = ['first_contact', 'on_site', 'resolution'] as const
export type ClockKind = (typeof clockKinds)[number]
