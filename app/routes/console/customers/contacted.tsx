import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { CustomerNoteForm } from '#app/domain/customers/contacts.server.ts'
import { recordContact } from '#app/domain/customers/record-contact.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
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
  return submitForm(await args.request.formData(), CustomerNoteForm, async (form) => {
    await recordContact(ctx, customer.id, form)
    return seeOther(customerPath(customer.id))
  })
}

/** Somebody was in touch today, and how it was. */
export default function Contacted() {
  const { t } = useWords()
  const { submissionKey } = useCustomer()
  const f = useFormOf<'body'>('contacted', { reply: useActionData<typeof action>() })
  return (
    <CustomerPanel
      title={t('customers:contact.did')}
      lede={t('customers:contact.lede')}
      submit={t('customers:contact.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input
        type="hidden"
        name="submissionKey"
        value={useSubmissionKey(submissionKey, 'contacted')}
      />
      <TextAreaDense
        {...f.field('body')}
        wide
        rows={3}
        label={t('customers:contact.how')}
        hint={t('customers:contact.howHint')}
        maxLength={2000}
      />
    </CustomerPanel>
  )
}
