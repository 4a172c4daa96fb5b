import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import { countRunning } from '#app/domain/clocks/index.server.ts'
import {
  changeTargets,
  readTargets,
  targetsSubject,
} from '#app/domain/settings/change-targets.server.ts'
import { TargetsForm } from '#app/domain/settings/targets-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { Severity as SeverityMark } from '#app/ui/console/status.tsx'
import { type Severity, severities } from '#db/vocabulary/tickets.ts'
import { History } from '../bookings/history.tsx'
import { changeViews } from '../bookings/history.server.ts'
import { savedPath, SettingPage } from './setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

const parts = ['firstContact', 'onSite', 'resolution'] as const
type Field = `${(typeof parts)[number]}${Severity}`

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const targets = await readTargets(ctx)
  const t = translate(ctx.locale)
  return {
    title: `${t('settings:targets.title')} – ${t('brand')}`,
    targets: Object.fromEntries(
      severities.flatMap((severity) => {
        const { firstContact, onSite, resolution } = targets[severity]
        return [
          [`firstContact${severity}`, firstContact],
          [`onSite${severity}`, Math.round(onSite / 60)],
          [`resolution${severity}`, Math.round(resolution / 60)],
        ]
      }),
    ) as Record<Field, number>,
    running: await countRunning(ctx),
    seen: stampOf(targets),
    changes: changeViews(await listChanges(ctx, [targetsSubject])),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  return submitForm(await request.formData(), TargetsForm, async (form) => {
    await changeTargets(ctx, form)
    return seeOther(savedPath('/console/admin/targets'))
  })
}

export default function Targets() {
  const { t } = useWords()
  const { targets, seen, running, changes } = useLoaderData<typeof loader>()
  const f = useFormOf<Field>('targets', {
    reply: useActionData<typeof action>(),
    defaults: targets,
  })
  return (
    <SettingPage
      heading={t('settings:targets.title')}
      f={f}
      seen={seen}
      more={<History changes={changes} />}
    >
      <p className="muted">{t('settings:targets.lede')}</p>
      {severities.map((severity) => (
        <fieldset className="form form-part" key={severity}>
          <legend>
            <SeverityMark level={severity} label={t(`words:severity.${severity}`)} />{' '}
            <span className="muted">{t(`settings:targets.means.${severity}`)}</span>
          </legend>
          <div className="targets">
            {parts.map((part) => (
              <InputDense
                key={part}
                {...f.field(`${part}${severity}`)}
                label={t(`settings:targets.${part}`)}
                inputMode="numeric"
                maxLength={4}
                autoComplete="off"
                required
              />
            ))}
          </div>
        </fieldset>
      ))}
      <p className="muted xs">{t('settings:targets.note')}</p>
      {running > 0 && <p className="xs">{t('settings:running', { count: running })}</p>}
    </SettingPage>
  )
}
