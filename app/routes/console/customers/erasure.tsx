import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { eraseCustomer, EraseCustomerForm } from '#app/domain/customers/erase-customer.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { atCustomer } from './customer-context.server.ts'
import { CustomerPanel } from './customer-panel.tsx'
import { customerPath } from './customer-paths.ts'
import { useCustomer } from './use-customer.ts'

export async function loader(args: LoaderFunctionArgs) {
  await atCustomer(args, 'customer:erase')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, customer } = await atCustomer(args, 'customer:erase')
  return submitForm(await args.request.formData(), EraseCustomerForm, async (form) => {
    await eraseCustomer(ctx, customer.id, form)
    return seeOther(customerPath(customer.id))
  })
}

/** A person asked to be forgotten. */
export default function Erasure() {
  const { t, format } = useWords()
  const { phone } = useCustomer()
  const f = useFormOf<'confirm' | 'reason'>('erasure', {
    reply: useActionData<typeof action>(),
  })
  return (
    <CustomerPanel
      bad
      title={t('customers:erasure.title')}
      lede={
        <>
          {t('customers:erasure.lede')} {t('customers:erasure.exportFirst')}
        </>
      }
      submit={t('customers:erasure.submit')}
      formError={f.formError}
      {...f.form}
    >
      <InputDense
        {...f.field('confirm')}
        label={t('customers:erasure.confirm')}
        hint={
          phone ? t('customers:erasure.confirmHint', { phone: format.phone(phone) }) : undefined
        }
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
      />
      <InputDense
        {...f.field('reason')}
        label={t('customers:erasure.reason')}
        hint={t('customers:erasure.reasonHint')}
        autoComplete="off"
        maxLength={300}
      />
    </CustomerPanel>
  )
}
