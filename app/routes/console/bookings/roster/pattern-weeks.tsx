import { type HoursField, hoursField, weekdays } from '#app/domain/crews/rotation.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'

export type PatternField = 'weeks' | 'rotationFrom' | HoursField

/** A line for each day of each week of the rotation. */
export function PatternWeeks({
  f,
  weeks,
}: {
  f: Pick<ReturnType<typeof useFormOf<PatternField>>, 'field'>
  weeks: number[]
}) {
  const { t } = useWords()
  return (
    <div className="pattern-weeks">
      {weeks.map((week) => (
        <fieldset key={week} className="pattern-week">
          <legend className={weeks.length === 1 ? 'vh' : undefined}>
            {t('roster:pattern.week', { n: week })}
          </legend>
          {weekdays.map((weekday) => (
            <InputDense
              key={weekday}
              {...f.field(hoursField(week, weekday))}
              label={t(`roster:weekday.${weekday}`)}
              placeholder={t('roster:crew.off')}
              autoComplete="off"
              maxLength={200}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}
