import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  categorySubject,
  listCategoriesInFull,
} from '#app/domain/settings/change-category.server.ts'
import { lastChanges } from '#app/domain/settings/last-changes.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { LastChanged } from './last-changed.tsx'
import { SettingsTable } from './settings-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const path = '/console/admin/categories'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const t = translate(ctx.locale)
  const rows = await listCategoriesInFull(ctx)
  const changed = await lastChanges(
    ctx,
    Object.fromEntries(rows.map(({ key }) => [key, { subjects: [categorySubject(key)] }])),
  )
  return {
    title: `${t('settings:categories.title')} – ${t('brand')}`,
    categories: rows.map(({ key, nameZh, nameEn, active }) => ({
      key,
      nameZh,
      nameEn,
      active,
      changed: changed[key] ?? null,
    })),
  }
}

/** What may be wrong, in the order in which it is offered. */
export default function Categories() {
  const { t } = useWords()
  const { categories } = useLoaderData<typeof loader>()
  return (
    <SettingsTable
      title={t('settings:categories.title')}
      lede={t('settings:categories.lede')}
      add={{ href: `${path}/new`, label: t('settings:categories.add') }}
      head={[
        { label: t('settings:categories.nameZh') },
        { label: t('settings:categories.nameEn') },
        { label: t('settings:categories.standing') },
      ]}
    >
      {categories.map(({ key, nameZh, nameEn, active, changed }) => (
        <tr key={key}>
          <th scope="row" lang="zh-CN">
            <TextLink href={`${path}/${key}`}>{nameZh}</TextLink>
          </th>
          <td lang="en">{nameEn}</td>
          <td>
            <Status tone={active ? 'done' : 'idle'} icon={active ? 's-ok' : 's-closed'}>
              {t(active ? 'settings:categories.inUse' : 'settings:categories.retired')}
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
