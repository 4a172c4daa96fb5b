import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { findImport, readImport } from '#app/domain/orders/read-import.server.ts'
import { takeOverImport } from '#app/domain/orders/take-over-import.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import css from '#app/ui/console/orders.css?url'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import { useMissingWords } from './missing-words.ts'
import { ordersPath } from './order-look.ts'
import { ExistingTable, NewTable, ProblemsTable } from './preview-tables.tsx'
import { previewView } from './preview-view.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'order:enter')
  const found = await readImport(ctx, params.id!)
  const entered = Number(new URL(request.url).searchParams.get('entered') ?? NaN)
  const t = translate(ctx.locale)
  return {
    title: `${t('orders:import.title')} – ${t('brand')}`,
    entered: found.takenAt && Number.isInteger(entered) ? entered : null,
    ...previewView(ctx, found),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'order:enter')
  const { id } = await findImport(ctx, params.id!)
  return submitForm(await request.formData(), z.object({}), async () => {
    const entered = await takeOverImport(ctx, id)
    return seeOther(`${ordersPath}/import/${id}?entered=${entered}`)
  })
}

/** What a file says, before anything is entered: what is wrong, what is new, what is here already. */
export default function Preview() {
  const data = useLoaderData<typeof loader>()
  const { t } = useWords()
  const busy = useNavigation().state === 'submitting'
  const f = useFormOf<never>('take', { reply: useActionData<typeof action>() })
  const say = useMissingWords()
  const { counts } = data
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('orders:order.crumb')}
            items={[
              { href: ordersPath, label: t('orders:title') },
              { href: `${ordersPath}/import`, label: t('orders:import.title') },
            ]}
          />
        }
        title={t('orders:import.preview', { file: data.fileName })}
        sub={data.store}
      >
        <BtnLink href={`${ordersPath}/import`}>{t('orders:import.again')}</BtnLink>
        {data.taken ? (
          <BtnLink variant="go" href={ordersPath}>
            {t('orders:import.toOrders')}
          </BtnLink>
        ) : (
          counts.fresh > 0 && (
            <F method="post" {...f.form}>
              <Btn variant="go" disabled={busy}>
                {t('orders:import.take', { count: counts.fresh })}
              </Btn>
            </F>
          )
        )}
      </PageHead>
      <div className="paper">
        <Section label={t('orders:import.preview', { file: data.fileName })}>
          {f.formError && <FormError>{f.formError}</FormError>}
          {data.taken ? (
            <Warn tone="good" icon="s-ok">
              {data.entered === null
                ? t('orders:import.taken')
                : t('orders:import.takenCount', { count: data.entered })}
            </Warn>
          ) : data.lacking.length > 0 ? (
            <Warn tone="bad" icon="alert">
              {t('orders:import.lacking', {
                columns: say(data.lacking),
              })}
            </Warn>
          ) : (
            <Warn
              tone={counts.bad > 0 ? 'waiting' : 'good'}
              icon={counts.bad > 0 ? 'alert' : 's-ok'}
            >
              {[
                counts.fresh > 0
                  ? t('orders:import.newCount', { count: counts.fresh })
                  : t('orders:import.nothing'),
                counts.bad > 0 && t('orders:import.badCount', { count: counts.bad }),
                counts.existing > 0 && t('orders:import.existsCount', { count: counts.existing }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Warn>
          )}
        </Section>
        <ProblemsTable problems={data.problems} more={counts.problemsMore} />
        {!data.taken && <NewTable contracts={data.fresh} more={counts.freshMore} />}
        <ExistingTable numbers={data.existing} more={counts.existingMore} />
      </div>
    </>
  )
}
