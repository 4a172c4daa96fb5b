import { Form, useNavigation } from '@remix-run/react'
import { lateReasons } from '#db/vocabulary/work.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid, InputDense, SelectDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Delay, ToCall } from './delay.tsx'
import { useVisit } from './loaded-visit.ts'

/** DS-4: the customer is told before the window, with the reason and the new time. */
export function LateForm({ reply, open }: { reply?: FormReply | null; open: boolean }) {
  const visit = useVisit()
  const { t } = useWords()
  const navigation = useNavigation()
  const action = `/console/visits/${visit.id}/lateness`
  const sending = navigation.formAction === action
  const f = useFormOf<'reason' | 'note' | 'expected'>('late', {
    reply,
    sending,
    defaults: { reason: '' },
  })
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
            <p>
              {visit.ticket.hasEmail ? (
                t('visits:late.byMail')
              ) : (
                <ToCall phone={visit.ticket.phone} />
              )}
            </p>
            {said && (
              <p className="muted">
                <Delay delay={said} phone={visit.ticket.phone} />
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
              <Btn variant="go" disabled={sending}>
                {t('visits:late.submit')}
              </Btn>
            </div>
          </FormGrid>
        </Form>
      </details>
    </Section>
  )
}
