import { ratingQuestions, ratingScores, ratingTags } from '#db/vocabulary/follow-ups.ts'
import type { VisitToRate } from '#app/domain/follow-ups/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { Choice, ChoiceGroup, Pill } from '#app/ui/portal/choices.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { FormStack, Lede } from '#app/ui/portal/page.tsx'
import { type FiveWords, Scale, Stars, WhenPoor } from '#app/ui/portal/rating.tsx'
import { FormTrouble } from '../form-trouble.tsx'
import { usePortal } from '../portal.ts'

type FieldName = (typeof ratingQuestions)[number] | 'recommend' | 'words' | 'tags' | 'wantsCall'

export function RatingQuestions({
  visit,
  token,
  reply,
}: {
  visit: VisitToRate
  token: string
  reply: Parameters<typeof useFormOf>[1]['reply']
}) {
  const { t, locale, format } = useWords()
  const { hours } = usePortal()
  const { answers } = visit
  const form = useFormOf<FieldName>('rate', {
    reply,
    defaults: answers ? { ...answers, wantsCall: answers.wantsCall ? 'yes' : 'no' } : {},
  })
  const errorPrefix = t('common:errorPrefix')
  const words = ratingScores.map((score) => t(`rate:words.${score}`)) as FiveWords
  const labels = ratingScores.map((score) =>
    t('rate:star', { score, word: t(`rate:words.${score}`).toLowerCase() }),
  ) as FiveWords
  const errors = form.errors.map((error) => {
    const question = ratingQuestions.find((name) => error.href === `#${form.field(name).id}`)
    return question
      ? { ...error, message: `${t(`rate:question.${question}`)} ${error.message}` }
      : error
  })
  const recommend = form.field('recommend')
  const call = form.field('wantsCall').defaultValue
  return (
    <>
      <FormTrouble form={{ formError: form.formError, errors }} />
      <FormStack
        action={`/rate/${token}${answers ? '?change=1' : ''}`}
        data-enhance="draft once"
        data-draft={token}
        data-step="rate"
      >
        <div>
          <h1>{t('rate:heading')}</h1>
          <Lede>
            {t('rate:lede', {
              crew: (locale === 'en' ? visit.crewEn : visit.crewZh) ?? '',
              day: visit.finishedAt ? format.day(visit.finishedAt) : '',
              product: visit.product,
              until: format.day(visit.until),
            })}
          </Lede>
        </div>
        <div>
          {ratingQuestions.map((question) => {
            const { id, name, defaultValue, error } = form.field(question)
            return (
              <Stars
                key={question}
                id={id}
                name={name}
                legend={t(`rate:question.${question}`)}
                labels={labels}
                words={words}
                defaultValue={defaultValue ? Number(defaultValue) : undefined}
                error={error}
                errorPrefix={errorPrefix}
              />
            )
          })}
        </div>
        <ChoiceGroup id="rate-tags" as="pills" legend={t('rate:stoodOut')} hint={t('rate:many')}>
          {ratingTags.map((tag) => (
            <Pill
              key={tag}
              name="tags"
              value={tag}
              defaultChecked={form.chosen('tags').includes(tag)}
            >
              {t(`rate:tag.${tag}`)}
            </Pill>
          ))}
        </ChoiceGroup>
        <TextAreaField
          {...form.field('words')}
          errorPrefix={errorPrefix}
          label={t('rate:add')}
          maxLength={1000}
        />
        <Scale
          id={recommend.id}
          name="recommend"
          legend={t('rate:recommend')}
          low={t('rate:low')}
          high={t('rate:high')}
          defaultValue={recommend.defaultValue ? Number(recommend.defaultValue) : undefined}
          error={recommend.error}
          errorPrefix={errorPrefix}
        />
        <WhenPoor legend={t('rate:poor')} hint={t('rate:poorHint')}>
          <Choice
            name="wantsCall"
            value="yes"
            title={t('rate:callYes')}
            text={t('rate:callYesText', {
              phone: format.phone(visit.phone),
              hours,
            })}
            defaultChecked={call === 'yes'}
          />
          <Choice
            name="wantsCall"
            value="no"
            title={t('rate:callNo')}
            text={t('rate:callNoText')}
            defaultChecked={call === 'no'}
          />
        </WhenPoor>
        <Actions end>
          <Button variant="primary">{t('rate:submit')}</Button>
        </Actions>
      </FormStack>
    </>
  )
}
