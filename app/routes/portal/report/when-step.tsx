import { dayParts, readPreferredDays } from '#app/i18n/preferred-days.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { ChoiceGroup, Pill } from '#app/ui/portal/choices.tsx'
import { TextField } from '#app/ui/portal/fields.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { WindowChoice } from './window-choice.tsx'
import { StepForm, type StepProps, useField } from './step.tsx'

export function WhenStep(props: StepProps) {
  const { t, format } = useWords()
  const field = useField(props)
  const { days } = props.page
  const { chosen, words } = readPreferredDays(props.answers.preferredDays ?? '')
  return (
    <StepForm page={props.page}>
      <div>
        <h1>{t('report:when.heading')}</h1>
        <Lede>{t('report:when.lede')}</Lede>
        <p className="hint">{t('report:when.parts')}</p>
      </div>
      <WindowChoice {...props} />
      <div className="stack">
        {days.map((day) => (
          <ChoiceGroup
            key={day}
            id={`day-${day}`}
            as="pills"
            legend={format.day(`${day}T12:00:00Z`)}
          >
            {dayParts.map((part) => (
              <Pill
                key={part}
                name="preferredDays"
                value={`${day}:${part}`}
                defaultChecked={chosen.some((choice) => choice.day === day && choice.part === part)}
              >
                {t(`common:dayPart.${part}`)}
              </Pill>
            ))}
          </ChoiceGroup>
        ))}
      </div>
      <TextField
        {...field('preferredDays')}
        defaultValue={words}
        label={t('report:when.words')}
        hint={t('report:when.wordsHint')}
        maxLength={120}
        autoComplete="off"
      />
    </StepForm>
  )
}
