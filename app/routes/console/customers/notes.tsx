import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { CustomerNoteForm, writeCustomerNote } from '#app/domain/customers/contacts.server.ts'
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
    await writeCustomerNote(ctx, customer.id, form)
    return seeOther(customerPath(customer.id))
  })
}

/** What colleagues should know of somebody. */
export default function Notes() {
  const { t } = useWords()
  const { submissionKey } = useCustomer()
  const f = useFormOf<'body'>('customer-note', { reply: useActionData<typeof action>() })
  return (
    <CustomerPanel
      title={t('customers:notes.addTitle')}
      submit={t('customers:notes.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="submissionKey" value={useSubmissionKey(submissionKey, 'cnote')} />
      <TextAreaDense
        {...f.field('body')}
        rows={3}
        label={t('customers:notes.body')}
        hint={t('customers:notes.hint')}
        maxLength={2000}
      />
    </CustomerPanel>
  )
}
