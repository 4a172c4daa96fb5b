import { Form, useNavigation } from '@remix-run/react'
import { inspectionLevels } from '#db/vocabulary/work.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Seg } from '#app/ui/console/choices.tsx'
import { FormError, FormGrid, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Events, Section } from '#app/ui/console/sections.tsx'
import { useVisit } from './loaded-visit.ts'

/** VS-8: the three checks as far as they are made, and the form of the third; only where the service asks for them. */
export function InspectionsSection({ reply }: { reply?: FormReply | null | undefined }) {
  const { threeChecks, mayInspect, status } = useVisit()
  const { t, format } = useWords()
  const { asked, made, next } = threeChecks
  if (!asked && made.length === 0) return null
  const waits = status === 'working' && next !== null && !mayInspect
  return (
    <Section title={t('visits:inspection.title')} id="inspections">
      <Events
        items={[
          ...made.map(({ key, level, passed, note, at, by }) => ({
            key,
            icon: passed ? ('s-ok' as const) : ('s-cancel' as const),
            tone: passed ? ('done' as const) : ('trouble' as const),
            what: `${t(`words:inspectionLevel.${level}`)}${t('comma')}${
              passed ? t('visits:inspection.passed') : t('visits:inspection.failed')
            }`,
            by,
            ...(note ? { change: <span className="typed">{note}</span> } : {}),
            at: (
              <time className="at" dateTime={at}>
                {format.moment(at)}
              </time>
            ),
          })),
          ...(next === null ? [] : inspectionLevels.slice(inspectionLevels.indexOf(next))).map(
            (level) => ({
              key: level,
              icon: 's-new' as const,
              tone: 'idle' as const,
              what: t(`words:inspectionLevel.${level}`),
              at: <span className="muted">{t('visits:visit.notYet')}</span>,
            }),
          ),
        ]}
      />
      {waits && <p className="muted">{t(`visits:inspection.waits.${next}`)}</p>}
      {(mayInspect || reply) && <InspectionForm key={made.length} reply={reply} />}
    </Section>
  )
}

function InspectionForm({ reply }: { reply?: FormReply | null | undefined }) {
  const { id, submissionKey } = useVisit()
  const { t } = useWords()
  const navigation = useNavigation()
  const f = useFormOf<'passed' | 'note'>('inspection', { reply })
  const action = `/console/visits/${id}/inspections`
  const key = useSubmissionKey(submissionKey, 'inspection')
  const passed = f.field('passed')
  return (
    <Form method="post" action={action} className="mt" preventScrollReset {...f.form}>
      {f.formError && <FormError>{f.formError}</FormError>}
      <input type="hidden" name="level" value="inspector" />
      <input type="hidden" name="submissionKey" value={key} />
      <FormGrid>
        <Seg
          id={passed.id}
          name="passed"
          legend={t('visits:inspection.result')}
          options={[
            { value: 'yes', label: t('visits:inspection.passed') },
            { value: 'no', label: t('visits:inspection.failed') },
          ]}
          defaultValue={passed.defaultValue}
          error={passed.error}
        />
        <TextAreaDense
          {...f.field('note')}
          rows={2}
          maxLength={500}
          label={t('visits:inspection.note')}
          hint={t('visits:inspection.noteHint')}
        />
        <div>
          <Btn variant="go" disabled={navigation.formAction === action}>
            {t('visits:inspection.submit')}
          </Btn>
        </div>
      </FormGrid>
    </Form>
  )
}
