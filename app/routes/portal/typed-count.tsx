import { useWords } from '#app/i18n/use-words.ts'

/** How much of a field is typed; a script shows it. */
export function TypedCount({ of, max, typed = 0 }: { of: string; max: number; typed?: number }) {
  const { t } = useWords()
  return (
    <span
      hidden
      data-count-of={of}
      data-full={t('report:problem.full', { max })}
      data-words={t('report:problem.counter', { typed: '#', max })}
    >
      {t('report:problem.counter', { typed, max })}
    </span>
  )
}
