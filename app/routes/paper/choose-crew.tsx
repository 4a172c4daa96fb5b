import { useWords } from '#app/i18n/use-words.ts'

/** The same day for one crew alone; nothing to choose when one is all there is. */
export function ChooseCrew({
  day,
  what,
  done,
  crews,
}: {
  day: string
  what: string
  done: boolean
  crews: readonly { id: number; name: string }[]
}) {
  const { t } = useWords()
  if (crews.length < 2) return null
  return (
    <form method="get" action="/console/dispatch/paper">
      <input type="hidden" name="day" value={day} />
      <input type="hidden" name="what" value={what} />
      {done && <input type="hidden" name="done" value="1" />}
      <select name="crew" aria-label={t('paper:bar.crew')}>
        <option value="">{t('paper:bar.everybody')}</option>
        {crews.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button>{t('paper:bar.choose')}</button>
    </form>
  )
}
