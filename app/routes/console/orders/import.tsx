import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { listOrderStores } from '#app/domain/orders/list-order-stores.server.ts'
import { listProducts } from '#app/domain/orders/list-products.server.ts'
import { maxImportRows } from '#app/domain/orders/read-table.server.ts'
import { uploadContracts, UploadForm } from '#app/domain/orders/upload-contracts.server.ts'
import { atClosedStore, storeName } from '#app/domain/stores/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { storeScope } from '#app/platform/permissions.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FieldDense, FormError, FormGrid } from '#app/ui/console/fields.tsx'
import css from '#app/ui/console/orders.css?url'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import { StoreClosed } from '../store-closed.tsx'
import { Columns } from './import-columns.tsx'
import { ordersPath } from './order-look.ts'
import { StoreSelect } from './store-select.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'order:enter')
  const scope = storeScope(ctx.actor, 'order:enter')
  const [stores, [product]] = await Promise.all([
    listOrderStores(ctx, 'order:enter'),
    listProducts(ctx, scope),
  ])
  const t = translate(ctx.locale)
  return {
    title: `${t('orders:import.title')} – ${t('brand')}`,
    max: maxImportRows,
    storeClosed: await atClosedStore(ctx, 'order:enter'),
    /** One of the catalogue's, as an example. */
    model: product?.model ?? null,
    stores:
      scope === null
        ? stores.map((store) => ({ id: store.id, name: storeName(ctx, store) }))
        : null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'order:enter')
  const { form, files } = await readForm(request)
  return submitForm(form, UploadForm, async (value) => {
    const id = await uploadContracts(ctx, value, files[0])
    return seeOther(`${ordersPath}/import/${id}`)
  })
}

/** One file for the contracts of a day: first it is looked through, then taken over. */
export default function Import() {
  const { stores, storeClosed, max, model } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const busy = useNavigation().state === 'submitting'
  const f = useFormOf<'store'>('import', { reply: useActionData<typeof action>() })
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('orders:order.crumb')}
            items={[{ href: ordersPath, label: t('orders:title') }]}
          />
        }
        title={t('orders:import.title')}
      >
        <BtnLink icon="dl" href={`${ordersPath}/import/template`} download>
          {t('orders:import.template')}
        </BtnLink>
      </PageHead>
      <StoreClosed closed={storeClosed} />
      <div className="paper">
        <Section label={t('orders:import.title')}>
          <F method="post" encType="multipart/form-data" {...f.form}>
            <FormGrid>
              {f.formError && <FormError>{f.formError}</FormError>}
              <p>{t('orders:import.lede')}</p>
              {stores && <StoreSelect {...f.field('store')} stores={stores} />}
              <FieldDense
                id="contracts"
                label={t('orders:import.file')}
                hint={t('orders:import.fileHint', { max })}
              >
                {(aria) => (
                  <input
                    {...aria}
                    className="file-in"
                    type="file"
                    name="contracts"
                    accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                  />
                )}
              </FieldDense>
              <div className="actions">
                <Btn variant="go" disabled={busy}>
                  {t('orders:import.submit')}
                </Btn>
              </div>
            </FormGrid>
          </F>
        </Section>
        <Columns model={model} />
      </div>
    </>
  )
}
