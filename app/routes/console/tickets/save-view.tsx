import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { ViewFields } from './view-fields.tsx'

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
        <ViewFields
          f={f}
          back={`/console/tickets?${query}`}
          lede={
            <>
              <p className="muted wide">{t('queues:views.lede')}</p>
              <p className="wide">
                {t('queues:views.what')}
                {what}
              </p>
            </>
          }
        >
          <Btn variant="go">{t('queues:views.submit')}</Btn>
        </ViewFields>
      </Form>
    </Section>
  )
}
