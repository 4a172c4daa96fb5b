import { problemCategories } from '#db/vocabulary/tickets.ts'
import { descriptionLength } from '#app/domain/tickets/report-steps.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Choice, ChoiceGroup } from '#app/ui/portal/choices.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { HotlineLink } from '../rather-talk.tsx'
import { stepPath } from './paths.ts'
import { ReportPhotos } from './report-photos.tsx'
import { StepForm, type StepProps, useField } from './step.tsx'

const categoryIcons = {
  door: 'door',
  loose: 'wobble',
  surface: 'scratch',
  broken: 'crack',
  missing: 'missing',
  other: 'other',
} as const

export function ProblemStep(props: StepProps) {
  const { t } = useWords()
  const field = useField(props)
  const { page, answers } = props
  const category = field('category')
  const { description = '' } = answers
  return (
    <StepForm page={page} files>
      <div>
        <h1>{t('report:problem.heading')}</h1>
        {answers.product && (
          <Lede>
            {answers.product}{' '}
            <a href={stepPath(page.token, 'product', page.back)}>{t('report:problem.notThis')}</a>
          </Lede>
        )}
      </div>
      <ChoiceGroup
        id="category"
        legend={t('report:problem.legend')}
        error={category.error}
        errorPrefix={category.errorPrefix}
        two
      >
        {problemCategories.map((name) => (
          <Choice
            key={name}
            name="category"
            value={name}
            title={t(`report:problem.category.${name}`)}
            text={t(`report:problem.categoryText.${name}`)}
            icon={categoryIcons[name]}
            defaultChecked={answers.category === name}
          />
        ))}
      </ChoiceGroup>
      <TextAreaField
        {...field('description')}
        label={t('report:problem.description')}
        hint={t('report:problem.descriptionHint')}
        maxLength={descriptionLength}
        saved={
          <span data-kept hidden>
            {t('report:problem.kept')}
          </span>
        }
        counter={
          <span
            hidden
            data-count-of="description"
            data-full={t('report:problem.full', { max: descriptionLength })}
            data-words={t('report:problem.counter', { typed: '#', max: descriptionLength })}
          >
            {t('report:problem.counter', { typed: description.length, max: descriptionLength })}
          </span>
        }
      />
      <ReportPhotos page={page} refused={props.trouble?.refusedPhotos ?? []} />
      <Notice tone="waiting" icon="alert">
        <p>
          <b>{t('report:problem.danger')}</b> {t('report:problem.dangerBefore')}
          <HotlineLink />
          {t('report:problem.dangerAfter')}
        </p>
      </Notice>
    </StepForm>
  )
}
