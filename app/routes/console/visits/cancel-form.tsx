import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid, InputDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { useVisit } from './loaded-visit.ts'

export function CancelForm({ reply, open }: { reply?: FormReply | null; open: boolean }) {
  const visit = useVisit()
  const { t } = useWords()
  const navigation = useNavigation()
  const f = useFormOf<'reason'>('cancel', { reply })
  const version = usePinnedVersion(visit.version, f.refusal)
  const action = `/console/visits/${visit.id}/cancellation`
  const told = visit.status !== 'proposed'
  return (
    <Section label={t('visits:cancel.title')}>
      <details open={open}>
        <summary>
          <b>{t('visits:cancel.title')}</b>
        </summary>
        <Form method="post" action={action} className="mt" preventScrollReset {...f.form}>
          {f.formError && <FormError>{f.formError}</FormError>}
          <input type="hidden" name="version" value={version} />
          <FormGrid>
            <p className="muted">{t('visits:cancel.text')}</p>
            <InputDense
              {...f.field('reason')}
              maxLength={500}
              label={t('visits:cancel.reason')}
              hint={told ? t('visits:cancel.reasonHint') : t('visits:cancel.reasonHintInternal')}
            />
            <div>
              <Btn variant="bad" disabled={navigation.formAction === action}>
                {t('visits:cancel.submit')}
              </Btn>
            </div>
          </FormGrid>
        </Form>
      </details>
    </Section>
  )
}
