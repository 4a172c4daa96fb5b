import { useWords } from '#app/i18n/use-words.ts'
import { Status } from '#app/ui/console/status.tsx'
import { ConsoleIcon } from '#app/ui/icons.tsx'
import { lookOf } from './board-rows.ts'

/** What the shapes on the board mean. */
export function Legend() {
  const { t } = useWords()
  return (
    <p className="legend">
      {(['confirmed', 'on_the_way', 'arrived', 'working', 'finished'] as const).map((status) => (
        <Status key={status} {...lookOf(status, 'none')}>
          {t(`words:visitStatus.${status}`)}
        </Status>
      ))}
      {(['risk', 'late', 'uncalled'] as const).map((delay) => (
        <Status key={delay} {...lookOf('confirmed', delay)}>
          {t(`dispatch:state.${delay}`)}
        </Status>
      ))}
      <span className="st is-go">
        <ConsoleIcon name="spark" />
        {t('dispatch:legend.proposal')}
      </span>
      <span>{t('dispatch:legend.way')}</span>
    </p>
  )
}
