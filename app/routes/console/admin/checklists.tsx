import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { checklistSubject, countChecks } from '#app/domain/settings/checklist.server.ts'
import { lastChanges } from '#app/domain/settings/last-changes.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { LastChanged } from './last-changed.tsx'
import { SettingsTable } from './settings-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const t = translate(ctx.locale)
  const lists = await countChecks(ctx)
  const changed = await lastChanges(
    ctx,
    Object.fromEntries(lists.map(({ skill }) => [skill, { subjects: [checklistSubject(skill)] }])),
  )
  return {
    title: `${t('settings:checklists.title')} – ${t('brand')}`,
    lists: lists.map((list) => ({ ...list, changed: changed[list.skill] ?? null })),
  }
}

/** VS-1: the checklist of each service. */
export default function Checklists() {
  const { t } = useWords()
  const { lists } = useLoaderData<typeof loader>()
  return (
    <SettingsTable
      title={t('settings:checklists.title')}
      lede={t('settings:checklists.lede')}
      head={[
        { label: t('settings:checklists.service') },
        { label: t('settings:checklists.lines'), num: true },
        { label: t('settings:checklists.must'), num: true },
      ]}
    >
      {lists.map(({ skill, lines, must, changed }) => (
        <tr key={skill}>
          <th scope="row">
            <TextLink href={`/console/admin/checklists/${skill}`}>
              {t(`words:skill.${skill}`)}
            </TextLink>
          </th>
          <td className="num" data-label={t('settings:checklists.lines')}>
            {lines}
          </td>
          <td className="num" data-label={t('settings:checklists.must')}>
            {must}
          </td>
          <td>
            <LastChanged change={changed} />
          </td>
        </tr>
      ))}
    </SettingsTable>
  )
}
