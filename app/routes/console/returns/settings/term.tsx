import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeTerm } from '#app/domain/settings/change-terms.server.ts'
import { readId } from '#app/domain/settings/read-id.ts'
import { TermForm } from '#app/domain/settings/term-form.ts'
import { listTerms, readTerm } from '#app/domain/settings/terms.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { CheckDense } from '#app/ui/console/fields.tsx'
import { savedPath, SettingPage } from '../../admin/setting-page.tsx'
import { type TermField, TermFields } from './term-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

const path = '/console/returns/terms'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const term = await readTerm(ctx, readId(params.id))
  const t = translate(ctx.locale)
  const heading = t('returnSettings:terms.change', {
    name: ctx.locale === 'en' ? term.nameEn : term.nameZh,
  })
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    term: {
      nameZh: term.nameZh,
      nameEn: term.nameEn,
      reasons: term.reasons,
      remedies: term.remedies,
      span: term.days ?? term.months,
      unit: term.days === null ? 'months' : 'days',
      unopened: term.unopened ? 'yes' : null,
      model: term.model,
      place: term.place,
      active: term.active ? 'yes' : null,
    },
    of: (await listTerms(ctx)).length,
    seen: stampOf(term),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  return submitForm(await request.formData(), TermForm, async (form) => {
    await changeTerm(ctx, readId(params.id), form)
    return seeOther(savedPath(path))
  })
}

export default function TermPage() {
  const { t } = useWords()
  const { heading, term, of, seen } = useLoaderData<typeof loader>()
  const f = useFormOf<TermField>('term', {
    reply: useActionData<typeof action>(),
    defaults: term,
  })
  return (
    <SettingPage
      heading={heading}
      under={[{ href: path, label: t('returnSettings:terms.title') }]}
      f={f}
      seen={seen}
      back={path}
    >
      <TermFields f={f} of={of} />
      <CheckDense
        name="active"
        value="yes"
        defaultChecked={f.chosen('active').length > 0}
        label={t('returnSettings:terms.active')}
      />
      <p className="muted xs">{t('returnSettings:terms.activeHint')}</p>
    </SettingPage>
  )
}
