import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { addContact, AddContactForm } from '#app/domain/customers/contacts.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense, SelectDense } from '#app/ui/console/fields.tsx'
import { atCustomer } from './customer-context.server.ts'
import { CustomerPanel } from './customer-panel.tsx'
import { customerPath } from './customer-paths.ts'

const kinds = ['phone', 'email', 'wechat'] as const

export async function loader(args: LoaderFunctionArgs) {
  await atCustomer(args, 'customer:write')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, customer } = await atCustomer(args, 'customer:write')
  return submitForm(await args.request.formData(), AddContactForm, async (form) => {
    await addContact(ctx, customer.id, form)
    return seeOther(customerPath(customer.id))
  })
}

/** Another way to reach somebody. */
export default function Contacts() {
  const { t } = useWords()
  const f = useFormOf<'kind' | 'value' | 'label'>('contact', {
    reply: useActionData<typeof action>(),
    defaults: { kind: 'phone' },
  })
  return (
    <CustomerPanel
      two
      title={t('customers:contacts.addTitle')}
      submit={t('customers:contacts.submit')}
      formError={f.formError}
      {...f.form}
    >
      <SelectDense {...f.field('kind')} label={t('customers:contacts.kind')}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`customers:contacts.kinds.${kind}`)}
          </option>
        ))}
      </SelectDense>
      <InputDense
        {...f.field('value')}
        label={t('customers:contacts.value')}
        autoComplete="off"
        maxLength={254}
      />
      <InputDense
        {...f.field('label')}
        wide
        label={t('customers:contacts.label')}
        hint={t('customers:contacts.labelHint')}
        autoComplete="off"
        maxLength={80}
      />
    </CustomerPanel>
  )
}
