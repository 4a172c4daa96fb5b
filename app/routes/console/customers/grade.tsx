import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { gradeCustomer, GradeCustomerForm } from '#app/domain/customers/grade-customer.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Options } from '#app/ui/console/choices.tsx'
import { customerGrades } from '#db/vocabulary/customers.ts'
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
  return submitForm(await args.request.formData(), GradeCustomerForm, async (form) => {
    await gradeCustomer(ctx, customer.id, form)
    return seeOther(customerPath(customer.id))
  })
}

/** How much somebody means to us, and by it how often they hear from us. */
export default function Grade() {
  const { t } = useWords()
  const customer = useCustomer()
  const f = useFormOf<'grade'>('grade', {
    reply: useActionData<typeof action>(),
    defaults: { grade: customer.contact.grade ?? '' },
  })
  const grade = f.field('grade')
  const seen = useSeen(customer.seen.grade, f.refusal)
  return (
    <CustomerPanel
      title={t('customers:grade.title')}
      submit={t('customers:grade.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="seen" value={seen} />
      <Options
        id={grade.id}
        name="grade"
        wide
        legend={t('customers:grade.term')}
        error={grade.error}
        items={[
          ...customerGrades.map((value) => ({
            value,
            label: t('customers:grade.of', { grade: value }),
            detail: t('customers:grade.every', { count: customer.contact.days[value] }),
            defaultChecked: grade.defaultValue === value,
          })),
          {
            value: '',
            label: t('customers:grade.none'),
            detail: t('customers:grade.noneHint'),
            defaultChecked: !grade.defaultValue,
          },
        ]}
      />
    </CustomerPanel>
  )
}
