import type { Translate } from '#app/i18n/keys.ts'
import type { CallScript } from '#db/vocabulary/follow-ups.ts'

/** What a script is for: a service, or another kind of call. */
export const scriptFor = (t: Translate, key: CallScript): string =>
  key === 'complaint' || key === 'inspection' ? t(`calls:kind.${key}`) : t(`words:skill.${key}`)
