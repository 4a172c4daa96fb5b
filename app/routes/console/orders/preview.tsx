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
import { Section } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import { ordersPath } from './order-look.ts'
import { FoundInFile } from './preview-found.tsx'
import { FillsTable, NewTable, NumberList, ProblemsTable } from './preview-tables.tsx'
import { previewView, type PreviewView } from './preview-view.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'order:enter')
  const found = await readImport(ctx, params.id!)
  const t = translate(ctx.locale)
  return { title: `${t('orders:import.title')} – ${t('brand')}`, ...previewView(ctx, found) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'order:enter')
  const { id } = await findImport(ctx, params.id!)
  return submitForm(await request.formData(), z.object({}), async () => {
    await takeOverImport(ctx, id)
    return seeOther(`${ordersPath}/import/${id}`)
  })
}

/** What a file says, before anything is entered: what is wrong, what is new, what is here already. */
export default function Preview() {
  const data = useLoaderData<typeof loader>()
  const { t } = useWords()
  const f = useFormOf<never>('take', { reply: useActionData<typeof action>() })
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
          <Take counts={counts} form={f.form} />
        )}
      </PageHead>
      <div className="paper">
        <Section label={t('orders:import.preview', { file: data.fileName })}>
          {f.formError && <FormError>{f.formError}</FormError>}
          <FoundInFile found={data} />
        </Section>
        <NumberList
          title={t('orders:import.justEntered')}
          numbers={data.entered}
          count={counts.entered}
        />
        <NumberList
          title={t('orders:import.justFilled')}
          numbers={data.filled}
          count={counts.filled}
        />
        <ProblemsTable id={data.id} problems={data.problems} more={counts.problemsMore} />
        {!data.taken && (
          <>
            <NewTable contracts={data.fresh} more={counts.freshMore} />
            <FillsTable contracts={data.fills} />
          </>
        )}
        <NumberList
          title={t('orders:import.exists')}
          numbers={data.existing}
          count={counts.existing}
        />
      </div>
    </>
  )
}

function Take({
  counts: { fresh, fills },
  form,
}: {
  counts: PreviewView['counts']
  form: { id: string; noValidate: boolean }
}) {
  const { t } = useWords()
  const busy = useNavigation().state === 'submitting'
  if (fresh + fills === 0) return null
  return (
    <F method="post" {...form}>
      <Btn variant="go" disabled={busy}>
        {fresh > 0 && fills > 0
          ? t('orders:import.takeBoth', { count: fresh, filled: fills })
          : fresh > 0
            ? t('orders:import.take', { count: fresh })
            : t('orders:import.fill', { count: fills })}
      </Btn>
    </F>
  )
}
