import { Form, useOutlet } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { type RatingQuestion, ratingQuestions, ratingScores } from '#db/vocabulary/follow-ups.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { CallTo, Scores, ScriptBox } from '#app/ui/console/call.tsx'
import { Seg } from '#app/ui/console/choices.tsx'
import { CheckDense, FieldFoot, FormError, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Column } from '#app/ui/console/layout.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { CallBack, NoAnswer } from './attempt-forms.tsx'
import type { CallView } from './call-view.server.ts'
import { useSaving } from './saving.ts'
import { useWishWords } from './wish-words.ts'

type Field = RatingQuestion | 'recommend' | 'reason' | 'words' | 'confirmed'
type Reply = Parameters<typeof useFormOf<Field>>[1]['reply']

const ten = Array.from({ length: 11 }, (_, figure) => String(figure))

/** What to say, what was answered; the answers are one form, an attempt without answers another. */
export function CallForm({
  call,
  saved,
  reply,
}: {
  call: CallView
  /** Whom the call before was with. */
  saved: string | null
  reply: Reply
}) {
  const { t, format } = useWords()
  const { ticket, rating } = call
  const saving = useSaving()
  const wished = useWishWords()(call.wish)
  const anotherTime = useOutlet(call) ?? <CallBack call={call} />
  const say = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (saved) say.current?.querySelector<HTMLElement>('.callto a')?.focus()
  }, [saved])
  const f = useFormOf<Field>('answers', {
    reply,
    defaults: {
      ...rating?.scores,
      recommend: rating?.recommend ?? undefined,
      words: rating?.words,
    },
  })
  return (
    <Column
      foot={
        <div className="sec actions foot">
          <Btn variant="go" size="lg" form="answers" disabled={saving}>
            {t(saving ? 'followUps:saving' : 'followUps:save')}
          </Btn>
          <NoAnswer call={call} />
          {anotherTime}
        </div>
      }
    >
      <div id="say" tabIndex={-1} ref={say}>
        <Section label={t('followUps:say')}>
          {saved && (
            <p role="status">{t('followUps:savedNext', { name: saved, next: ticket.name })}</p>
          )}
          <CallTo href={`tel:${ticket.phone}`} number={format.phone(ticket.phone)}>
            {ticket.name} · {t(`followUps:speaks.${ticket.locale}`)}
          </CallTo>
          {wished && (
            <Warn tone="waiting" icon="bell">
              <b>{t('followUps:wished')}</b> {wished}
            </Warn>
          )}
          <ScriptBox say={t('followUps:say')}>
            <span lang={ticket.locale}>{call.script}</span>
          </ScriptBox>
        </Section>
      </div>
      <Form method="post" action={`/console/follow-ups/${call.id}`} {...f.form}>
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
          <FiveScores f={f} />
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
    </Column>
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

function FiveScores({ f }: { f: ReturnType<typeof useFormOf<Field>> }) {
  const { t } = useWords()
  const words = ratingScores.map((score) => t(`words:score.${score}`))
  return (
    <Section title={t('followUps:scores')} right={t('followUps:scoresRange')}>
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
            <b>{t('followUps:poorTitle')}</b> {t('followUps:poorText')}
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
