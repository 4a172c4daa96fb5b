import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { enterContractForm } from '#app/domain/orders/contract-form.server.ts'
import { enterContract } from '#app/domain/orders/enter-contract.server.ts'
import { knownProducts } from '#app/domain/orders/known-product.ts'
import { listOrderStores } from '#app/domain/orders/list-order-stores.server.ts'
import { listProducts } from '#app/domain/orders/list-products.server.ts'
import { atClosedStore, storeName } from '#app/domain/stores/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { storeScope } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import css from '#app/ui/console/orders.css?url'
import { PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import { StoreClosed } from '../store-closed.tsx'
import { ContractFields, type ContractFormField, useLeaveGuard } from './contract-form.tsx'
import { modelsView } from './models-view.server.ts'
import { orderPath, ordersPath } from './order-look.ts'
import { StoreSelect } from './store-select.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'order:enter')
  const scope = storeScope(ctx.actor, 'order:enter')
  const [stores, catalogue] = await Promise.all([
    listOrderStores(ctx, 'order:enter'),
    listProducts(ctx, scope),
  ])
  const t = translate(ctx.locale)
  return {
    title: `${t('orders:form.enterTitle')} – ${t('brand')}`,
    today: dayOf(ctx.now()),
    storeClosed: await atClosedStore(ctx, 'order:enter'),
    clerk: scope === null ? null : ctx.actor.name,
    /** Head office chooses; a store's own people enter for theirs. */
    stores:
      scope === null
        ? stores.map((store) => ({ id: store.id, name: storeName(ctx, store) }))
        : null,
    models: modelsView(catalogue),
    submissionKey: newToken(),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'order:enter')
  const form = await request.formData()
  const scope = storeScope(ctx.actor, 'order:enter')
  const chosen = Number(form.get('store'))
  const catalogue = await listProducts(
    ctx,
    scope ?? (Number.isSafeInteger(chosen) && chosen > 0 ? [chosen] : null),
  )
  const schema = enterContractForm(knownProducts(catalogue), scope === null)
  return submitForm(form, schema, async (value) =>
    seeOther(orderPath(await enterContract(ctx, value))),
  )
}

/** A contract as its paper says it; what is missing may come later. */
export default function NewContract() {
  const data = useLoaderData<typeof loader>()
  const { t } = useWords()
  const busy = useNavigation().state === 'submitting'
  const reply = useActionData<typeof action>()
  const f = useFormOf<ContractFormField>('contract', {
    reply,
    defaults: { orderedOn: data.today, clerk: data.clerk },
  })
  const guard = useLeaveGuard()
  const submissionKey = useSubmissionKey(data.submissionKey, 'contract')
  return (
    <>
      <PageHead title={t('orders:form.enterTitle')} sub={t('orders:form.enterSub')} />
      <StoreClosed closed={data.storeClosed} />
      <F className="paper" method="post" {...f.form} {...guard}>
        <input type="hidden" name="submissionKey" value={submissionKey} />
        <ContractFields
          f={f}
          reply={reply}
          models={data.models}
          lines={0}
          store={data.stores && <StoreSelect {...f.field('store')} stores={data.stores} />}
        />
        <Section label={t('orders:form.submit')}>
          <div className="actions">
            <Btn variant="go" disabled={busy}>
              {t('orders:form.submit')}
            </Btn>
            <BtnLink variant="quiet" href={ordersPath}>
              {t('common:cancel')}
            </BtnLink>
          </div>
        </Section>
      </F>
    </>
  )
}
