import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Seg } from '#app/ui/console/choices.tsx'
import { FormError, FormGrid, InputDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { receiptPath } from './custody-look.ts'
import { useReceipt } from './loaded-receipt.ts'

/** VS-4: an item that came back without a visit. */
export function ReturnForm({ reply }: { reply?: FormReply | null | undefined }) {
  const { receipt } = useReceipt()
  const { t } = useWords()
  const navigation = useNavigation()
  const f = useFormOf<'receivedBy' | 'reclaimed' | 'because'>('return', { reply })
  const action = `${receiptPath(receipt.number)}/return`
  const reclaimed = f.field('reclaimed')
  return (
    <Section title={t('custody:back.form')}>
      <p className="muted">{t('custody:back.formHint')}</p>
      <Form method="post" action={action} className="mt" preventScrollReset {...f.form}>
        {f.formError && <FormError>{f.formError}</FormError>}
        <input type="hidden" name="receipt" value={receipt.key} />
        <FormGrid>
          <InputDense
            {...f.field('receivedBy')}
            required
            maxLength={80}
            autoComplete="off"
            label={t('custody:back.receivedBy')}
            hint={t('custody:back.receivedByHint')}
          />
          <Seg
            id={reclaimed.id}
            name="reclaimed"
            legend={t('custody:back.reclaimedField')}
            options={[
              { value: 'yes', label: t('custody:back.yes') },
              { value: 'no', label: t('custody:back.no') },
            ]}
            defaultValue={reclaimed.defaultValue}
            error={reclaimed.error}
          />
          <InputDense
            {...f.field('because')}
            maxLength={300}
            label={t('custody:back.becauseField')}
            hint={t('custody:back.becauseHint')}
          />
          <div>
            <Btn variant="go" icon="check" disabled={navigation.formAction === action}>
              {t('custody:back.submit')}
            </Btn>
          </div>
        </FormGrid>
      </Form>
    </Section>
  )
}
