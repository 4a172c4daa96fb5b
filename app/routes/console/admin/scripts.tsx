import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listScripts } from '#app/domain/follow-ups/read-script.server.ts'
import { scriptSubject } from '#app/domain/follow-ups/script-subject.ts'
import { lastChanges } from '#app/domain/settings/last-changes.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { LastChanged } from './last-changed.tsx'
import { scriptFor } from './script-words.ts'
import { SettingsTable } from './settings-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const t = translate(ctx.locale)
  const scripts = await listScripts(ctx)
  const changed = await lastChanges(
    ctx,
    Object.fromEntries(scripts.map(({ key }) => [key, { subjects: [scriptSubject(key)] }])),
  )
  return {
    title: `${t('calls:scripts.title')} – ${t('brand')}`,
    scripts: scripts.map(({ key, textZh, textEn }) => ({
      key,
      words: ctx.locale === 'en' ? textEn : textZh,
      changed: changed[key] ?? null,
    })),
  }
}

/** FU-1: what callers say first, by service. */
export default function Scripts() {
  const { t } = useWords()
  const { scripts } = useLoaderData<typeof loader>()
  return (
    <SettingsTable
      title={t('calls:scripts.title')}
      lede={t('calls:scripts.lede')}
      head={[{ label: t('calls:scripts.what') }, { label: t('calls:scripts.words'), main: true }]}
    >
      {scripts.map(({ key, words, changed }) => (
        <tr key={key}>
          <th scope="row">
            <TextLink href={`/console/admin/scripts/${key}`}>{scriptFor(t, key)}</TextLink>
          </th>
          <td>{words}</td>
          <td>
            <LastChanged change={changed} />
          </td>
        </tr>
      ))}
    </SettingsTable>
  )
}
