import type { Translate } from '#app/i18n/keys.ts'
import type { FollowUpKind } from '#db/vocabulary/follow-ups.ts'
import type { Skill } from '#db/vocabulary/visits.ts'

/** What a call is about: the service that was done, a complaint that was answered, or a manager's own call. */
export const callAbout = (t: Translate, kind: FollowUpKind, skill: Skill | null): string =>
  kind === 'visit' ? t(`followUps:about.${skill ?? 'repair'}`) : t(`calls:about.${kind}`)
