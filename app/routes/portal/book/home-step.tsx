import type { ReactNode } from 'react'
import { parkingAnswers } from '#db/vocabulary/bookings.ts'
import { homeQuestionsOf, notSure } from '#app/domain/bookings/booking-steps.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { ChoiceGroup, Pill } from '#app/ui/portal/choices.tsx'
import { TextField } from '#app/ui/portal/fields.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { StepForm, type StepProps, useError, useField } from './step.tsx'

/** What the crew will find; nothing has to be answered. */
export function HomeStep(props: StepProps) {
  const { t } = useWords()
  const field = useField(props)
  const errorOf = useError(props)
  const { answers } = props
  const asked = homeQuestionsOf(answers.service)
  const oneOf = (
    name: 'lift' | 'parking' | 'roomReady',
    legend: string,
    options: { value: string; label: ReactNode }[],
    hint?: string,
  ) => (
    <ChoiceGroup
      id={name}
      as="pills"
      legend={legend}
      hint={hint}
      error={errorOf(name)}
      errorPrefix={t('common:errorPrefix')}
    >
      {[...options, { value: notSure, label: t('book:home.unsure') }].map(({ value, label }) => (
        <Pill
          key={value}
          type="radio"
          name={name}
          value={value}
          defaultChecked={answers[name] === value}
        >
          {label}
        </Pill>
      ))}
    </ChoiceGroup>
  )
  return (
    <StepForm page={props.page}>
      <div>
        <h1>{t('book:home.heading')}</h1>
        <Lede>{t('book:home.lede')}</Lede>
      </div>
      {asked.includes('lift') &&
        oneOf(
          'lift',
          t('book:home.lift'),
          [
            { value: 'yes', label: t('book:home.yes') },
            { value: 'no', label: t('book:home.no') },
          ],
          t('book:home.liftText'),
        )}
      <TextField
        {...field('floor')}
        label={t('book:home.floor')}
        hint={t('book:home.floorHint')}
        maxLength={10}
        inputMode="numeric"
        autoComplete="off"
        short
      />
      {oneOf(
        'parking',
        t('book:home.parking'),
        parkingAnswers.map((value) => ({ value, label: t(`book:home.parkingAnswers.${value}`) })),
      )}
      {asked.includes('takeAway') && (
        <TextField
          {...field('takeAway')}
          label={t('book:home.takeAway')}
          hint={t('book:home.takeAwayHint')}
          maxLength={300}
          autoComplete="off"
        />
      )}
      {asked.includes('roomReady') &&
        oneOf(
          'roomReady',
          t('book:home.roomReady'),
          [
            { value: 'yes', label: t('book:home.ready') },
            { value: 'no', label: t('book:home.notReady') },
          ],
          t('book:home.roomReadyHint'),
        )}
    </StepForm>
  )
}
