import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Outlet, useActionData, useLoaderData } from '@remix-run/react'
import { ChangePhraseForm } from '#app/domain/phrases/phrase-form.ts'
import { readPhrase } from '#app/domain/phrases/read-phrases.server.ts'
import { changePhrase } from '#app/domain/phrases/save-phrase.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { phraseId } from './phrase-id.server.ts'
import { type PhraseField, PhraseFields } from './phrase-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'phrase:manage')
  const { updatedAt, retiredAt, ...phrase } = await readPhrase(ctx, phraseId(params.id))
  const t = translate(ctx.locale)
  const heading = ctx.locale === 'en' ? phrase.titleEn : phrase.titleZh
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    phrase: { ...phrase, retired: retiredAt !== null, updatedAt: updatedAt.toISOString() },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'phrase:manage')
  return submitForm(await request.formData(), ChangePhraseForm, async (phrase) => {
    await changePhrase(ctx, phraseId(params.id), phrase)
    return seeOther('/console/phrases')
  })
}

export default function PhrasePage() {
  const { t, format } = useWords()
  const { heading, phrase } = useLoaderData<typeof loader>()
  const f = useFormOf<PhraseField>('phrase', {
    reply: useActionData<typeof action>(),
    defaults: phrase,
  })
  const version = usePinnedVersion(phrase.version, f.refusal)
  const at = format.moment(phrase.updatedAt)
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('desk:phrases.title')}
            items={[{ href: '/console/phrases', label: t('desk:phrases.title') }]}
          />
        }
        title={heading}
        sub={phrase.updatedBy ? t('desk:phrases.by', { name: phrase.updatedBy, at }) : at}
      >
        <Status tone={phrase.retired ? 'idle' : 'done'} icon={phrase.retired ? 's-closed' : 's-ok'}>
          {t(phrase.retired ? 'desk:phrases.retired' : 'desk:phrases.inUse')}
        </Status>
        <Form method="post" action={`/console/phrases/${phrase.id}/standing`}>
          <input type="hidden" name="version" value={phrase.version} />
          <input type="hidden" name="retired" value={phrase.retired ? 'no' : 'yes'} />
          <Btn>{t(phrase.retired ? 'desk:phrases.restore' : 'desk:phrases.retire')}</Btn>
        </Form>
      </PageHead>
      <Outlet />
      <PhraseFields f={f} version={version} />
    </>
  )
}
