import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { eraseCustomer, EraseCustomerForm } from '#app/domain/customers/erase-customer.server.ts'
import { readUnfinished } from '#app/domain/customers/refuse-unfinished.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { InputDense } from '#app/ui/console/fields.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { receiptPath } from '../custody/custody-look.ts'
import { orderPath } from '../orders/order-look.ts'
import { atCustomer } from './customer-context.server.ts'
import { CustomerPanel } from './customer-panel.tsx'
import { customerPath } from './customer-paths.ts'
import { useCustomer } from './use-customer.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, customer } = await atCustomer(args, 'customer:erase')
  return readUnfinished(ctx, customer.id)
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
  const { tickets, orders, items } = useLoaderData<typeof loader>()
  const free = tickets.length + orders.length + items.length === 0
  return free ? <ErasureForm /> : <FirstFinish />
}

/** What stands in the way, before anything is asked. */
function FirstFinish() {
  const { t } = useWords()
  const { id } = useCustomer()
  const { tickets, orders, items } = useLoaderData<typeof loader>()
  return (
    <Section title={t('customers:erasure.title')}>
      <Warn icon="alert">
        <p>{t('customers:erasure.notYet')}</p>
        <ul className="mini">
          {tickets.map(({ number, status }) => (
            <li key={number}>
              <TextLink href={`/console/tickets/${number}`}>{number}</TextLink>{' '}
              {status === 'resolved'
                ? t('customers:erasure.unclosed')
                : t(`words:ticketStatus.${status}`)}
            </li>
          ))}
          {orders.map((number) => (
            <li key={number}>
              <TextLink href={orderPath(number)}>
                {t('customers:erasure.order', { number })}
              </TextLink>
            </li>
          ))}
          {items.map((number) => (
            <li key={number}>
              <TextLink href={receiptPath(number)}>
                {t('customers:erasure.item', { number })}
              </TextLink>
            </li>
          ))}
        </ul>
        <p className="actions">
          <BtnLink size="in" href={customerPath(id)}>
            {t('customers:erasure.back')}
          </BtnLink>
        </p>
      </Warn>
    </Section>
  )
}

function ErasureForm() {
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
        inputMode="tel"
        autoComplete="off"
        maxLength={20}
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
