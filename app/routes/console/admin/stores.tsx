import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listStoresInFull, storeSubject } from '#app/domain/settings/change-store.server.ts'
import { lastChanges } from '#app/domain/settings/last-changes.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { LastChanged } from './last-changed.tsx'
import { SavedSetting, SettingsCrumb } from './setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

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
      changed: changed[row.id] ?? null,
    })),
  }
}

export default function Stores() {
  const { t } = useWords()
  const { stores } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead crumb={<SettingsCrumb />} title={t('settings:stores.title')}>
        <BtnLink variant="go" icon="plus" href="/console/admin/stores/new">
          {t('settings:stores.add')}
        </BtnLink>
      </PageHead>
      <SavedSetting />
      <div className="paper">
        {stores.length === 0 ? (
          <EmptyState title={t('settings:stores.empty')}>
            {t('settings:stores.emptyHint')}
          </EmptyState>
        ) : (
          <Section label={t('settings:stores.title')}>
            <div className="row-lines">
              <Table
                label={t('roster:tableOf', { what: t('settings:stores.title') })}
                head={[
                  { label: t('settings:stores.code') },
                  { label: t('settings:stores.name') },
                  { label: t('settings:stores.city') },
                  { label: t('settings:last') },
                ]}
              >
                {stores.map(({ id, code, name, city, changed }) => (
                  <tr key={id}>
                    <td>{code}</td>
                    <th scope="row">
                      <TextLink href={`/console/admin/stores/${id}`}>{name}</TextLink>
                    </th>
                    <td>{city}</td>
                    <td>
                      <LastChanged change={changed} />
                    </td>
                  </tr>
                ))}
              </Table>
            </div>
          </Section>
        )}
      </div>
    </>
  )
}
