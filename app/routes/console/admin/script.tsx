import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import { changeScript } from '#app/domain/follow-ups/change-script.server.ts'
import { readScript, readScriptKey } from '#app/domain/follow-ups/read-script.server.ts'
import { ScriptForm } from '#app/domain/follow-ups/script-form.ts'
import { scriptSubject } from '#app/domain/follow-ups/script-subject.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { History } from '../bookings/history.tsx'
import { changeViews } from '../bookings/history.server.ts'
import { scriptFor } from './script-words.ts'
import { savedPath, SettingPage } from './setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

const path = '/console/admin/scripts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const key = readScriptKey(params.key)
  const { textZh, textEn } = await readScript(ctx, key)
  const t = translate(ctx.locale)
  const heading = t('calls:scripts.of', { what: scriptFor(t, key) })
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    script: { textZh, textEn },
    seen: stampOf({ textZh, textEn }),
    changes: changeViews(await listChanges(ctx, [scriptSubject(key)])),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  return submitForm(await request.formData(), ScriptForm, async (form) => {
    await changeScript(ctx, readScriptKey(params.key), form)
    return seeOther(savedPath(path))
  })
}

export default function Script() {
  const { t } = useWords()
  const { heading, script, seen, changes } = useLoaderData<typeof loader>()
  const f = useFormOf<'textZh' | 'textEn'>('script', {
    reply: useActionData<typeof action>(),
    defaults: script,
  })
  return (
    <SettingPage
      heading={heading}
      under={[{ href: path, label: t('calls:scripts.title') }]}
      f={f}
      seen={seen}
      back={path}
      more={<History changes={changes} />}
    >
      <p className="muted">{t('calls:scripts.values', { skipInterpolation: true })}</p>
      <TextAreaDense
        {...f.field('textZh')}
        label={t('calls:scripts.textZh')}
        lang="zh-CN"
        maxLength={1000}
        rows={4}
        required
      />
      <TextAreaDense
        {...f.field('textEn')}
        label={t('calls:scripts.textEn')}
        lang="en"
        maxLength={1000}
        rows={4}
        required
      />
    </SettingPage>
  )
}
