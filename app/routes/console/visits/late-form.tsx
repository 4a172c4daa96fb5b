import { Form, useNavigation } from '@remix-run/react'
import { lateReasons } from '#db/vocabulary/work.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid, InputDense, SelectDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { useVisit } from './loaded-visit.ts'

/** DS-4: the customer is told before the window, with the reason and the new time. */
export function LateForm({ reply, open }: { reply?: FormReply | null; open: boolean }) {
  const visit = useVisit()
  const { t, format } = useWords()
  const navigation = useNavigation()
  const f = useFormOf<'reason' | 'note' | 'expected'>('late', {
    reply,
    defaults: { reason: '' },
  })
  const action = `/console/visits/${visit.id}/lateness`
  const reason = f.field('reason')
  const said = visit.lastDelay
  return (
    <Section label={t('visits:late.title')}>
      <details open={open}>
        <summary>
          <b>{t('visits:late.title')}</b>
        </summary>
        <Form method="post" action={action} className="mt" preventScrollReset {...f.form}>
          {f.formError && <FormError>{f.formError}</FormError>}
          <FormGrid>
            <p className="muted">{t('visits:late.text')}</p>
            {said && (
              <p className="muted">
                {t('visits:late.said', {
                  at: format.time(said.toldAt),
                  expected: format.time(said.expectedAt),
                  reason: t(`words:lateReason.${said.reason}`),
                })}
              </p>
            )}
            <SelectDense {...reason} label={t('visits:late.reason')}>
              <option value="">{t('visits:late.choose')}</option>
              {lateReasons.map((one) => (
                <option key={one} value={one}>
                  {t(`words:lateReason.${one}`)}
                </option>
              ))}
            </SelectDense>
            <InputDense
              {...f.field('expected')}
              type="time"
              step={300}
              label={t('visits:late.expected')}
              hint={t('visits:late.expectedHint')}
            />
            <InputDense
              {...f.field('note')}
              maxLength={300}
              label={t('visits:late.note')}
              hint={t('visits:late.noteHint')}
            />
            <div>
              <Btn variant="go" disabled={navigation.formAction === action}>
                {t('visits:late.submit')}
              </Btn>
            </div>
          </FormGrid>
        </Form>
      </details>
    </Section>
  )
}
