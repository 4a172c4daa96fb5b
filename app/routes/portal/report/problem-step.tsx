import type { ProblemCategory } from '#db/vocabulary/tickets.ts'
import { descriptionLength } from '#app/domain/tickets/report-steps.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Choice, ChoiceGroup } from '#app/ui/portal/choices.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import type { IconName } from '#app/ui/icons.tsx'
import { HotlineLink } from '../rather-talk.tsx'
import { stepPath } from './paths.ts'
import { ReportPhotos } from './report-photos.tsx'
import { StepForm, type StepProps, useField } from './step.tsx'
import { Suggested } from './suggested.tsx'

const pictures = {
  door: 'door',
  loose: 'wobble',
  surface: 'scratch',
  broken: 'crack',
  missing: 'missing',
  other: 'other',
} as const satisfies Record<ProblemCategory, IconName>

const isPictured = (key: string): key is ProblemCategory => key in pictures

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
        {page.categories.map(({ key, name }) => (
          <Choice
            key={key}
            name="category"
            value={key}
            title={name}
            text={isPictured(key) && t(`report:problem.categoryText.${key}`)}
            icon={isPictured(key) ? pictures[key] : 'wrench'}
            defaultChecked={answers.category === key}
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
      <Suggested page={page} />
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
