import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { CheckDense, FormError, FormGrid, InputDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'

/** The queue one comes from, about to get a name. */
export function SaveView({
  query,
  what,
  reply,
}: {
  query: string
  what: ReactNode
  /** What the form was answered. */
  reply: unknown
}) {
  const { t } = useWords()
  const f = useFormOf<'name' | 'shared'>('save-view', { reply })
  return (
    <Section title={t('queues:views.save')}>
      <Form method="post" {...f.form}>
        <input type="hidden" name="query" value={query} />
        <FormGrid two>
          {f.formError && (
            <div className="wide">
              <FormError>{f.formError}</FormError>
            </div>
          )}
          <p className="muted wide">{t('queues:views.lede')}</p>
          <p className="wide">
            {t('queues:views.what')}
            {what}
          </p>
          <InputDense {...f.field('name')} label={t('queues:views.name')} maxLength={40} />
          <CheckDense
            name="shared"
            value="yes"
            label={t('queues:views.shared')}
            defaultChecked={f.chosen('shared').includes('yes')}
          />
          <div className="actions wide">
            <Btn variant="go">{t('queues:views.submit')}</Btn>
            <BtnLink variant="quiet" href={`/console/tickets?${query}`}>
              {t('tickets:form.cancel')}
            </BtnLink>
          </div>
        </FormGrid>
      </Form>
    </Section>
  )
}
