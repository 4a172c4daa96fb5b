import { returnReasons } from '#db/vocabulary/returns.ts'
import { wordsLength } from '#app/domain/returns/ask-steps.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Choice, ChoiceGroup, Pill } from '#app/ui/portal/choices.tsx'
import { TextAreaField, TextField } from '#app/ui/portal/fields.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { StepForm, type StepProps, useField } from './step.tsx'

const icons = {
  no_fit: 'door',
  defect: 'crack',
  colour: 'half',
  wrong_item: 'again',
  transit: 'truck',
  missing_part: 'missing',
  changed_mind: 'back',
  other: 'other',
} as const

export function ProblemStep(props: StepProps) {
  const { t } = useWords()
  const field = useField(props)
  const { page, answers } = props
  const { line } = page
  if (!line) return null
  const reason = field('reason')
  const pieces = (answers.pieces ?? '').split(',')
  return (
    <StepForm page={page}>
      <div>
        <h1>{t('asks:ask.problem.heading')}</h1>
        <Lede>{line.name}</Lede>
      </div>
      {line.pieces.length > 0 && (
        <ChoiceGroup
          id="pieces"
          legend={t('asks:ask.problem.pieces')}
          hint={t('asks:ask.problem.piecesHint')}
          two
        >
          {line.pieces.map((piece, place) => (
            <Choice
              key={place}
              type="checkbox"
              name="pieces"
              value={place}
              title={piece}
              defaultChecked={pieces.includes(String(place))}
            />
          ))}
        </ChoiceGroup>
      )}
      {line.quantity > 1 && (
        <TextField
          {...field('quantity')}
          defaultValue={answers.quantity || '1'}
          label={t('asks:ask.problem.quantity')}
          hint={t('asks:ask.problem.quantityHint', { count: line.quantity })}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          short
        />
      )}
      <ChoiceGroup
        id="reason"
        legend={t('asks:ask.problem.reason')}
        error={reason.error}
        errorPrefix={reason.errorPrefix}
        two
      >
        {returnReasons.map((one) => (
          <Choice
            key={one}
            name="reason"
            value={one}
            title={t(`asks:ask.reason.${one}`)}
            icon={icons[one]}
            defaultChecked={answers.reason === one}
          />
        ))}
      </ChoiceGroup>
      <TextAreaField
        {...field('words')}
        label={t('asks:ask.problem.words')}
        hint={t('asks:ask.problem.wordsHint')}
        rows={4}
        maxLength={wordsLength}
      />
      <ChoiceGroup as="pills" id="unpacked" legend={t('asks:ask.problem.unpacked')}>
        {(['yes', 'no'] as const).map((said) => (
          <Pill
            key={said}
            type="radio"
            name="unpacked"
            value={said}
            defaultChecked={answers.unpacked === said}
          >
            {t(`asks:ask.problem.${said}`)}
          </Pill>
        ))}
      </ChoiceGroup>
    </StepForm>
  )
}
