import { useWords } from '#app/i18n/use-words.ts'
import { Choice, ChoiceGroup, Pill } from '#app/ui/portal/choices.tsx'
import type { StepProps } from './step.tsx'

/** The free windows of the next days, for what may be given one in the same go; none is chosen unless one is. */
export function WindowChoice({ page: { offer, gone }, answers, trouble }: StepProps) {
  const { t, format } = useWords()
  if (offer.length === 0 && !gone) return null
  const nearest = gone?.nearest ?? []
  const chosen = nearest[0] ? String(nearest[0].id) : (answers.window ?? '')
  const others = offer
    .map(({ day, windows }) => ({
      day,
      windows: windows.filter(({ id }) => !nearest.some((near) => near.id === id)),
    }))
    .filter(({ windows }) => windows.length > 0)
  const error = trouble?.errors.window
  return (
    <ChoiceGroup
      as="bare"
      id="window"
      legend={t('report:when.windows')}
      hint={t('report:when.windowsHint')}
      error={error && t('validation:window')}
      errorPrefix={t('common:errorPrefix')}
    >
      <div className="stack">
        <div className="choices">
          <Choice
            name="window"
            value=""
            defaultChecked={chosen === ''}
            title={t('report:when.later')}
            text={t('report:when.laterText')}
          />
        </div>
        {nearest.length > 0 && (
          <ChoiceGroup as="choices" id="nearest" legend={t('report:when.nearest')}>
            {nearest.map(({ id, start, end }) => (
              <Choice
                key={id}
                name="window"
                value={id}
                defaultChecked={chosen === String(id)}
                title={format.span(start, end)}
                text={format.day(start)}
              />
            ))}
          </ChoiceGroup>
        )}
        {others.map(({ day, windows }) => (
          <ChoiceGroup
            key={day}
            as="pills"
            id={`windows-${day}`}
            legend={format.day(windows[0]!.start)}
          >
            {windows.map(({ id, start, end }) => (
              <Pill
                key={id}
                type="radio"
                name="window"
                value={id}
                defaultChecked={chosen === String(id)}
              >
                {format.span(start, end)}
              </Pill>
            ))}
          </ChoiceGroup>
        ))}
      </div>
    </ChoiceGroup>
  )
}
