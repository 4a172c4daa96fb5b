import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import { checklistSubject, listChecks, readSkill } from '#app/domain/settings/checklist.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Tag } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { changeViews } from '../bookings/history.server.ts'
import { History } from '../bookings/history.tsx'
import { SavedSetting, SettingsCrumb } from './setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const skill = readSkill(params.skill)
  const t = translate(ctx.locale)
  const heading = t('settings:checklists.of', { service: t(`words:skill.${skill}`) })
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    path: `/console/admin/checklists/${skill}`,
    items: (await listChecks(ctx, skill)).map(({ skill: _, position: __, ...item }) => item),
    changes: changeViews(await listChanges(ctx, [checklistSubject(skill)], 20)),
  }
}

export default function Checklist() {
  const { t } = useWords()
  const { heading, path, items, changes } = useLoaderData<typeof loader>()
  const inForce = items.filter(({ active }) => active)
  const retired = items.filter(({ active }) => !active)
  return (
    <>
      <PageHead
        crumb={
          <SettingsCrumb
            more={[{ href: '/console/admin/checklists', label: t('settings:checklists.title') }]}
          />
        }
        title={heading}
      >
        <BtnLink variant="go" icon="plus" href={`${path}/new`}>
          {t('settings:checklists.add')}
        </BtnLink>
      </PageHead>
      <SavedSetting />
      <div className="paper">
        {inForce.length === 0 ? (
          <EmptyState title={t('settings:checklists.empty')}>
            {t('settings:checklists.emptyHint')}
          </EmptyState>
        ) : (
          <Section label={heading}>
            <div className="row-lines">
              <Table
                label={t('roster:tableOf', { what: heading })}
                head={[
                  { label: t('settings:checklists.textZh') },
                  { label: t('settings:checklists.textEn') },
                  { label: t('settings:checklists.reading') },
                ]}
              >
                {inForce.map((item) => (
                  <tr key={item.id}>
                    <th scope="row">
                      <span lang="zh-CN">
                        <TextLink href={`${path}/${item.id}`}>{item.textZh}</TextLink>
                      </span>{' '}
                      {item.must && <Tag>{t('settings:checklists.mustShort')}</Tag>}
                    </th>
                    <td lang="en">{item.textEn}</td>
                    <td>
                      <Reading item={item} />
                    </td>
                  </tr>
                ))}
              </Table>
            </div>
          </Section>
        )}
        {retired.length > 0 && (
          <Section title={t('settings:checklists.retired')}>
            <p className="muted xs">{t('settings:checklists.retiredHint')}</p>
            <Retired items={retired} path={path} />
          </Section>
        )}
        <History changes={changes} />
      </div>
    </>
  )
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['items'][number]

function Retired({ items, path }: { items: Item[]; path: string }) {
  const { locale } = useWords()
  return (
    <ul className="mini">
      {items.map((item) => (
        <li key={item.id}>
          <TextLink href={`${path}/${item.id}`}>
            {locale === 'en' ? item.textEn : item.textZh}
          </TextLink>{' '}
          <span className="muted">
            <Reading item={item} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What it asks for: a tick, or a number and its limits. */
function Reading({ item: { unit, lowest, highest } }: { item: Item }) {
  const { t } = useWords()
  if (unit === null) return t('settings:checklists.readingTick')
  const kind =
    lowest === null ? (highest === null ? 'noLimits' : 'to') : highest === null ? 'from' : 'limits'
  const said = (limit: number | null) => limit ?? ''
  return t(`settings:checklists.${kind}`, { lowest: said(lowest), highest: said(highest), unit })
}
