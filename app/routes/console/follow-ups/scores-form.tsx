import { Form } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { type RatingQuestion, ratingQuestions, ratingScores } from '#db/vocabulary/follow-ups.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Scores } from '#app/ui/console/call.tsx'
import { Seg } from '#app/ui/console/choices.tsx'
import { CheckDense, FieldFoot, FormError, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { callPath, useKind } from './call-paths.ts'
import type { CallView } from './call-view.server.ts'
import { useSaving } from './saving.ts'

type Field = RatingQuestion | 'recommend' | 'reason' | 'words' | 'confirmed'
type Reply = Parameters<typeof useFormOf<Field>>[1]['reply']

const ten = Array.from({ length: 11 }, (_, figure) => String(figure))

/** The five scores, whether they would recommend us, and words (FU-2). */
export function ScoresAsked({ call, reply }: { call: CallView; reply: Reply }) {
  const { t } = useWords()
  const kind = useKind()
  const saving = useSaving()
  const { rating } = call
  const f = useFormOf<Field>('answers', {
    reply,
    defaults: {
      ...rating?.scores,
      recommend: rating?.recommend ?? undefined,
      words: rating?.words,
    },
  })
  return (
    <Form method="post" action={callPath(call.id, kind)} {...f.form}>
      <fieldset disabled={saving}>
        <input type="hidden" name="attempt" value={call.attempt} />
        {f.formError && <FormError>{f.formError}</FormError>}
        {rating?.source === 'online' && (
          <Section label={t('followUps:online')}>
            <Warn icon="speech">
              {t('followUps:onlineHint')} {rating.wantsCall && t('followUps:wantsCall')}
            </Warn>
          </Section>
        )}
        <FiveScores f={f} inspection={call.kind === 'inspection'} />
        {rating?.source === 'online' && <Confirmed f={f} />}
        <Section label={t('followUps:recommend')}>
          <Seg
            {...f.field('recommend')}
            scale
            legend={
              <>
                {t('followUps:recommend')}{' '}
                <span className="muted xs">{t('followUps:recommendRange')}</span>
              </>
            }
            options={ten.map((value) => ({ value, label: value }))}
          />
          <div className="mt">
            <TextAreaDense {...f.field('words')} label={t('followUps:words')} rows={2} />
          </div>
        </Section>
      </fieldset>
    </Form>
  )
}

/** What the customer gave online counts as said on the phone only when it was. */
function Confirmed({ f }: { f: ReturnType<typeof useFormOf<Field>> }) {
  const { t } = useWords()
  const { id, error } = f.field('confirmed')
  return (
    <Section label={t('followUps:confirmed')}>
      <input type="hidden" name="prefilled" value="yes" />
      <CheckDense
        id={id}
        name="confirmed"
        value="yes"
        label={t('followUps:confirmed')}
        aria-describedby={error && `${id}-error`}
        aria-invalid={error ? true : undefined}
      />
      <FieldFoot id={id} error={error} />
    </Section>
  )
}

function FiveScores({
  f,
  inspection,
}: {
  f: ReturnType<typeof useFormOf<Field>>
  inspection: boolean
}) {
  const { t } = useWords()
  const words = ratingScores.map((score) => t(`words:score.${score}`))
  return (
    <Section title={t('followUps:scores')} right={t('followUps:scoresRange')}>
      {inspection && <p className="muted xs">{t('calls:inspectionNote')}</p>}
      <Scores
        questions={ratingQuestions.map((question) => {
          const { defaultValue, error } = f.field(question)
          return {
            name: question,
            label: t(`words:question.${question}`),
            ask: t(`followUps:ask.${question}`),
            defaultValue: defaultValue === undefined ? undefined : Number(defaultValue),
            error,
          }
        })}
        words={words as [string, string, string, string, string]}
        none={t('followUps:notAsked')}
      />
      <div className="when-poor mt">
        <Warn tone="bad" icon="flag">
          <p>
            <b>{t('followUps:poorTitle')}</b>{' '}
            {t(inspection ? 'calls:poorAfterInspection' : 'followUps:poorText')}
          </p>
          <div className="mt">
            <TextAreaDense
              {...f.field('reason')}
              label={t('followUps:reason')}
              hint={t('followUps:reasonHint')}
              rows={2}
            />
          </div>
        </Warn>
      </div>
    </Section>
  )
}
