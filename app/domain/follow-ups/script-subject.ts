import type { CallScript } from '#db/vocabulary/follow-ups.ts'

/** What the audit log calls a script. */
export const scriptSubject = (key: CallScript): string => `setting:script-${key}`
