import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lastPhraseChange } from '#app/domain/phrases/index.server.ts'
import { lastChanges } from '#app/domain/settings/last-changes.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { LastChanged } from './last-changed.tsx'
import { isRecorded, recordedSettings, settingGroups } from './settings-list.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const t = translate(ctx.locale)
  const recorded = await lastChanges(ctx, recordedSettings)
  const changes = { ...recorded, phrases: recorded.phrases ?? (await lastPhraseChange(ctx)) }
  return {
    title: `${t('settings:title')} – ${t('brand')}`,
    groups: settingGroups
      .map(({ key, settings }) => ({
        key,
        settings: settings
          .filter(({ needs }) => may(ctx.actor, needs))
          .map(({ key, href }) => ({
            key,
            href,
            about: t(`overviews:about.${key}`),
            recorded: isRecorded(key),
            changed: changes[key] ?? null,
          })),
      }))
      .filter(({ settings }) => settings.length > 0),
  }
}

/** Every setting of the product, who changed it last and when, and the way to where it is changed. */
export default function Settings() {
  const { t } = useWords()
  const { groups } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('settings:title')} sub={t('settings:lede')} />
      <div className="paper">
        {groups.map(({ key, settings }) => (
          <Section key={key} title={t(`settings:groups.${key}`)}>
            <div className="row-lines">
              <Table
                label={t('roster:tableOf', { what: t(`settings:groups.${key}`) })}
                head={[
                  { label: t('settings:what'), main: true },
                  { label: t('settings:last'), hidden: !settings.some(({ recorded }) => recorded) },
                ]}
              >
                {settings.map(({ key, href, about, recorded, changed }) => (
                  <tr key={key}>
                    <th scope="row">
                      <TextLink href={href}>{t(`settings:item.${key}`)}</TextLink>
                      <br />
                      <span className="muted xs">{about}</span>
                    </th>
                    <td>{recorded && <LastChanged change={changed} />}</td>
                  </tr>
                ))}
              </Table>
            </div>
          </Section>
        ))}
      </div>
    </>
  )
}
