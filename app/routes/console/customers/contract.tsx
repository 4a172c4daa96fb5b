import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { changeContract } from '#app/domain/customers/change-contract.server.ts'
import { ContractForm } from '#app/domain/customers/contract-form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { useSeen } from '../bookings/use-seen.ts'
import { atCustomer } from './customer-context.server.ts'
import { CustomerPanel } from './customer-panel.tsx'
import { customerPath } from './customer-paths.ts'
import { useCustomer } from './use-customer.ts'

export async function loader(args: LoaderFunctionArgs) {
  await atCustomer(args, 'customer:write')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, customer } = await atCustomer(args, 'customer:write')
  return submitForm(await args.request.formData(), ContractForm, async (form) => {
    await changeContract(ctx, customer.id, form)
    return seeOther(customerPath(customer.id))
  })
}

/** Until when somebody has a service contract. */
export default function Contract() {
  const { t } = useWords()
  const { contract, seen } = useCustomer()
  const f = useFormOf<'contractUntil'>('contract', {
    reply: useActionData<typeof action>(),
    defaults: { contractUntil: contract.until ?? '' },
  })
  return (
    <CustomerPanel
      title={t('customers:contract.title')}
      submit={t('customers:contract.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="seen" value={useSeen(seen.contract, f.refusal)} />
      <InputDense
        {...f.field('contractUntil')}
        type="date"
        label={t('customers:contract.until')}
        hint={t('customers:contract.hint')}
      />
    </CustomerPanel>
  )
}
