import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { changeCustomer, ChangeCustomerForm } from '#app/domain/customers/change-customer.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { InputDense } from '#app/ui/console/fields.tsx'
import { useSeen } from '../bookings/use-seen.ts'
import { LanguageField } from '../tickets/matter-fields.tsx'
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
  return submitForm(await args.request.formData(), ChangeCustomerForm, async (form) => {
    await changeCustomer(ctx, customer.id, form)
    return seeOther(customerPath(customer.id))
  })
}

type Field = 'name' | 'phone' | 'email' | 'address' | 'locale'

/** Who somebody is and how they are reached. */
export default function Details() {
  const { t } = useWords()
  const customer = useCustomer()
  const reply = useActionData<typeof action>()
  const f = useFormOf<Field>('details', {
    reply,
    defaults: {
      name: customer.name,
      phone: customer.phone ?? '',
      email: customer.email ?? '',
      address: customer.address ?? '',
      locale: customer.locale,
    },
  })
  const seen = useSeen(customer.seen.details, f.refusal)
  const taken = f.refusal === 'customerPhoneTaken' && reply?.refusal?.values.phone
  return (
    <CustomerPanel
      two
      title={t('customers:details.title')}
      lede={t('customers:details.lede')}
      submit={t('customers:details.submit')}
      formError={
        f.formError && (
          <>
            {f.formError}{' '}
            {taken && customer.may.merge && (
              <TextLink
                href={`${customerPath(customer.id)}/merge?${new URLSearchParams({ phone: String(taken) })}`}
              >
                {t('customers:details.mergeInstead')}
              </TextLink>
            )}
          </>
        )
      }
      {...f.form}
    >
      <input type="hidden" name="seen" value={seen} />
      <InputDense
        {...f.field('name')}
        label={t('customers:details.name')}
        autoComplete="off"
        maxLength={80}
        required
      />
      <InputDense
        {...f.field('phone')}
        type="tel"
        label={t('customers:page.phone')}
        autoComplete="off"
        maxLength={40}
        required
      />
      <InputDense
        {...f.field('email')}
        type="email"
        label={t('customers:page.email')}
        autoComplete="off"
        maxLength={254}
      />
      <LanguageField {...f.field('locale')} label={t('customers:page.language')} />
      <InputDense
        {...f.field('address')}
        wide
        label={t('customers:page.address')}
        autoComplete="off"
        maxLength={300}
      />
    </CustomerPanel>
  )
}
