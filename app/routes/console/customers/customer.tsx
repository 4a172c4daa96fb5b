import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { findCustomer, readId } from '#app/domain/customers/find-customer.server.ts'
import { readCustomer } from '#app/domain/customers/read-customer.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Column, WithSide } from '#app/ui/console/layout.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { MatterHead, Section, Warn } from '#app/ui/console/sections.tsx'
import { customerPath, customersPath } from './customer-paths.ts'
import { CustomerSide } from './customer-side.tsx'
import { Bought, Orders, Ratings, Tickets, Visits } from './customer-tables.tsx'
import { customerView, type CustomerView } from './customer-view.server.ts'
import { Figures } from './figures.tsx'
import { Apart, Together } from './together.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Also after a refusal: what a colleague changed is shown. */
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'customer:read')
  const id = readId(params.id)
  const whole = await readCustomer(ctx, id)
  // Whom pages show is the one that was kept.
  if (whole.customer.id !== id) throw seeOther(customerPath(whole.customer.id))
  const customer = customerView(ctx, whole, await currentSettings(ctx))
  const separated = readId(new URL(request.url).searchParams.get('separated') ?? undefined)
  const apart = separated === null ? null : await findCustomer(ctx, separated)
  return {
    title: `${customer.name} – ${translate(ctx.locale)('brand')}`,
    submissionKey: newToken(),
    customer,
    apart:
      apart && apart.mergedIntoId === null && apart.id !== id
        ? { id: apart.id, name: apart.name, phone: apart.phone }
        : null,
  }
}

/** CU-1: one person on one page. */
export default function Customer() {
  const { customer, submissionKey, apart } = useLoaderData<typeof loader>()
  const { t, format } = useWords()
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('customers:page.crumb')}
            items={[{ href: customersPath, label: t('customers:title') }, { label: customer.name }]}
          />
        }
      >
        <CustomerActions customer={customer} />
      </PageHead>
      <WithSide sideLabel={t('customers:page.facts')} side={<CustomerSide customer={customer} />}>
        <Column>
          <MatterHead
            line={customer.phone ? format.phone(customer.phone) : ''}
            title={customer.name}
          />
          {customer.erasedAt && (
            <Section label={t('customers:page.facts')}>
              <Warn icon="shield">
                {t('customers:page.erased', { at: format.date(customer.erasedAt) })}
                {customer.erasedBecause && (
                  <p>{t('customers:page.erasedReason', { reason: customer.erasedBecause })}</p>
                )}
              </Warn>
            </Section>
          )}
          {apart && <Apart {...apart} />}
          <Together customer={customer} />
          <Outlet context={{ ...customer, submissionKey }} />
          <Figures customer={customer} />
          <Tickets customer={customer} />
          <Bought customer={customer} />
          <Orders customer={customer} />
          <Visits customer={customer} />
          <Ratings customer={customer} />
        </Column>
      </WithSide>
    </>
  )
}

function CustomerActions({ customer }: { customer: CustomerView }) {
  const { t } = useWords()
  const { may, id, phone } = customer
  const at = customerPath(id)
  return (
    <>
      {may.erase && (
        <BtnLink variant="quiet" href={`${at}/erasure`}>
          {t('customers:erasure.do')}
        </BtnLink>
      )}
      {may.export && (
        <BtnLink variant="quiet" icon="dl" href={`${at}/export`} download>
          {t('customers:export.do')}
        </BtnLink>
      )}
      {may.merge && (
        <BtnLink icon="merge" href={`${at}/merge`}>
          {t('customers:merge.do')}
        </BtnLink>
      )}
      {may.register && phone && (
        <BtnLink
          variant="go"
          icon="call"
          href={`/console/tickets/new?${new URLSearchParams({ phone })}`}
        >
          {t('customers:tickets.register')}
        </BtnLink>
      )}
    </>
  )
}
