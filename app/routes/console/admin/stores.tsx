import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listStoresInFull, storeSubject } from '#app/domain/settings/change-store.server.ts'
import { lastChanges } from '#app/domain/settings/last-changes.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { LastChanged } from './last-changed.tsx'
import { SettingsTable } from './settings-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const path = '/console/admin/stores'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const t = translate(ctx.locale)
  const rows = await listStoresInFull(ctx)
  const changed = await lastChanges(
    ctx,
    Object.fromEntries(rows.map(({ id }) => [id, { subjects: [storeSubject(id)] }])),
  )
  const en = ctx.locale === 'en'
  return {
    title: `${t('settings:stores.title')} – ${t('brand')}`,
    stores: rows.map((row) => ({
      id: row.id,
      code: row.code,
      name: en ? row.nameEn : row.nameZh,
      city: en ? row.cityEn : row.cityZh,
      address: row.address,
      closedAt: row.closedAt?.toISOString() ?? null,
      changed: changed[row.id] ?? null,
    })),
  }
}

export default function Stores() {
  const { t, format } = useWords()
  const { stores } = useLoaderData<typeof loader>()
  return (
    <SettingsTable
      title={t('settings:stores.title')}
      add={{ href: `${path}/new`, label: t('settings:stores.add') }}
      empty={
        stores.length === 0
          ? { title: t('settings:stores.empty'), hint: t('settings:stores.emptyHint') }
          : null
      }
      head={[
        { label: t('settings:stores.code') },
        { label: t('settings:stores.name') },
        { label: t('settings:stores.city') },
        { label: t('settings:stores.standing') },
      ]}
    >
      {stores.map(({ id, code, name, city, address, closedAt, changed }) => (
        <tr key={id}>
          <td>{code}</td>
          <th scope="row">
            <TextLink href={`${path}/${id}`}>{name}</TextLink>
            {address && <div className="muted xs">{address}</div>}
          </th>
          <td>{city}</td>
          <td>
            <Status tone={closedAt ? 'idle' : 'done'} icon={closedAt ? 's-closed' : 's-ok'}>
              {closedAt
                ? t('settings:stores.closedOn', { day: format.date(closedAt) })
                : t('settings:stores.open')}
            </Status>
          </td>
          <td>
            <LastChanged change={changed} />
          </td>
        </tr>
      ))}
    </SettingsTable>
  )
}
