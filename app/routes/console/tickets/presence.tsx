import { useWords } from '#app/i18n/use-words.ts'
import { Status } from '#app/ui/console/status.tsx'
import type { Desk } from './use-desk.ts'

/** Who else has the ticket open, and who of them is writing; and when that can't be known. */
export function Presence({ others, standing }: Desk) {
  const { t, locale } = useWords()
  const list = new Intl.ListFormat(locale === 'en' ? 'en' : 'zh-CN', { type: 'conjunction' })
  const named = (people: typeof others) => list.format(people.map(({ name }) => name))
  const writing = others.filter((one) => one.writing)
  const here = others.filter((one) => !one.writing)
  return (
    <div role="status" className="presence">
      {writing.length > 0 && (
        <Status tone="waiting" icon="speech">
          {t('desk:presence.writing', { names: named(writing) })}
        </Status>
      )}
      {here.length > 0 && (
        <Status tone="active" icon="people">
          {t('desk:presence.here', { names: named(here) })}
        </Status>
      )}
      {standing === 'away' && (
        <Status tone="trouble" icon="s-risk">
          {t('desk:presence.away')}
        </Status>
      )}
      {standing === 'signed_out' && (
        <Status tone="trouble" icon="lock">
          {t('desk:presence.signedOut')}
        </Status>
      )}
    </div>
  )
}
