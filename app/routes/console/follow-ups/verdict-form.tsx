import { Form } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Options } from '#app/ui/console/choices.tsx'
import { FormError, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { verdicts } from '#db/vocabulary/complaints.ts'
import { callPath, useKind } from './call-paths.ts'
import type { CallView } from './call-view.server.ts'
import { useSaving } from './saving.ts'

type Field = 'verdict' | 'words'
type Reply = Parameters<typeof useFormOf<Field>>[1]['reply']

/** What we answered a complaint with, and what the customer says of it (CP-1). */
export function VerdictAsked({ call, reply }: { call: CallView; reply: Reply }) {
  const { t } = useWords()
  const kind = useKind()
  const saving = useSaving()
  const f = useFormOf<Field>('answers', { reply })
  const verdict = f.field('verdict')
  return (
    <>
      <Answered call={call} />
      <Form method="post" action={callPath(call.id, kind)} {...f.form}>
        <fieldset disabled={saving}>
          <input type="hidden" name="attempt" value={call.attempt} />
          <Section label={t('calls:verdict.title')}>
            {f.formError && <FormError>{f.formError}</FormError>}
            <Options
              id={verdict.id}
              name="verdict"
              legend={t('calls:verdict.title')}
              error={verdict.error}
              wide
              items={verdicts.map((value) => ({
                value,
                label: t(`calls:verdict.${value}`),
                defaultChecked: verdict.defaultValue === value,
              }))}
            />
            <div className="mt">
              <TextAreaDense
                {...f.field('words')}
                label={t('calls:verdict.words')}
                hint={t('calls:verdict.wordsHint')}
                maxLength={1000}
                rows={3}
              />
            </div>
            <p className="muted xs mt">{t('calls:verdict.note')}</p>
          </Section>
        </fieldset>
      </Form>
    </>
  )
}

/** What the customer was told. */
export function Answered({ call: { answer } }: { call: CallView }) {
  const { t, format } = useWords()
  if (!answer?.resolution) return null
  return (
    <Section
      title={t('calls:verdict.told')}
      right={
        answer.answeredAt && t('calls:verdict.toldAt', { when: format.moment(answer.answeredAt) })
      }
    >
      <p className="typed">{answer.resolution}</p>
    </Section>
  )
}
