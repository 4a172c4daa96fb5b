import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findCustomer, readId } from '#app/domain/customers/find-customer.server.ts'
import {
  entryWith,
  holderOf,
  MergeForm,
  mergeCustomers,
} from '#app/domain/customers/merge-customers.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { toE164 } from '#app/platform/phone.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Options } from '#app/ui/console/choices.tsx'
import { InputDense } from '#app/ui/console/fields.tsx'
import { atCustomer } from './customer-context.server.ts'
import { CustomerPanel } from './customer-panel.tsx'
import { customerPath } from './customer-paths.ts'
import { useCustomer } from './use-customer.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await atCustomer(args, 'customer:merge')
  const { searchParams } = new URL(args.request.url)
  const phone = toE164(searchParams.get('phone') ?? '')
  const asked =
    readId(searchParams.get('with') ?? undefined) ??
    (phone === null ? null : await entryWith(ctx, phone))
  const other = asked === null ? null : await findCustomer(ctx, asked)
  return { phone: other && other.erasedAt === null ? other.phone : '', name: other?.name ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, customer } = await atCustomer(args, 'customer:merge')
  return submitForm(await args.request.formData(), MergeForm, async ({ phone, keep }) => {
    const other = await holderOf(ctx, phone)
    const [gone, kept] = keep === 'this' ? [other, customer.id] : [customer.id, other]
    await mergeCustomers(ctx, gone, kept)
    return seeOther(customerPath(kept))
  })
}

/** Two entries turned out to be one person. */
export default function Merge() {
  const { t, format } = useWords()
  const other = useLoaderData<typeof loader>()
  const customer = useCustomer()
  const f = useFormOf<'phone' | 'keep'>('merge', {
    reply: useActionData<typeof action>(),
    defaults: { phone: other.phone, keep: 'this' },
  })
  const keep = f.field('keep')
  return (
    <CustomerPanel
      title={t('customers:merge.title')}
      lede={t('customers:merge.lede')}
      submit={t('customers:merge.submit')}
      formError={f.formError}
      {...f.form}
    >
      <InputDense
        {...f.field('phone')}
        type="tel"
        label={t('customers:merge.phone')}
        hint={other.name ?? undefined}
        autoComplete="off"
      />
      <Options
        id={keep.id}
        name="keep"
        legend={t('customers:merge.keep')}
        error={keep.error}
        items={[
          {
            value: 'this',
            label: t('customers:merge.keepOf', {
              name: customer.name,
              phone: customer.phone ? format.phone(customer.phone) : '–',
            }),
            defaultChecked: keep.defaultValue !== 'other',
          },
          {
            value: 'other',
            label: other.name
              ? t('customers:merge.keepOf', { name: other.name, phone: format.phone(other.phone) })
              : t('customers:merge.theOther'),
            defaultChecked: keep.defaultValue === 'other',
          },
        ]}
      />
    </CustomerPanel>
  )
}
