import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readRecord } from '#app/domain/complaints/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Crumb } from '#app/ui/console/page.tsx'
import { ownRecordPath } from '../complaints/complaint-look.ts'
import { RecordPage } from '../records/record-page.tsx'
import { daysAsked, periodOf, recordView } from '../records/record-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request)
  const days = daysAsked(ctx, request)
  const record = await readRecord(ctx, ctx.actor.id, periodOf(days))
  const t = translate(ctx.locale)
  return {
    title: `${t('complaints:record.own')} – ${t('brand')}`,
    record: recordView(ctx, record, days),
  }
}

/** CP-3: what stands on one's own record, as managers see it. */
export default function OwnRecord() {
  const { record } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <RecordPage
      record={record}
      path={ownRecordPath}
      crumb={
        <Crumb
          label={t('complaints:page.crumb')}
          items={[{ href: '/console/account', label: t('complaints:record.account') }]}
        />
      }
    />
  )
}
