import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readRecord } from '#app/domain/complaints/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Crumb } from '#app/ui/console/page.tsx'
import { recordPath, recordsPath } from '../complaints/complaint-look.ts'
import { RecordPage } from './record-page.tsx'
import { daysAsked, periodOf, recordView } from './record-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'staff-record:read')
  const days = daysAsked(ctx, request)
  const record = await readRecord(ctx, params.id ?? '', periodOf(days))
  const t = translate(ctx.locale)
  return {
    title: `${t('complaints:record.pageTitle', { name: record.person.name })} – ${t('brand')}`,
    record: recordView(ctx, record, days),
  }
}

/** CP-3: a colleague's record, for a manager. */
export default function Person() {
  const { record } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <RecordPage
      record={record}
      path={recordPath(record.person.id)}
      crumb={
        <Crumb
          label={t('complaints:page.crumb')}
          items={[{ href: recordsPath, label: t('complaints:record.people') }]}
        />
      }
    />
  )
}
