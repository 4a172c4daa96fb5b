import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { PhraseForm } from '#app/domain/phrases/phrase-form.ts'
import { addPhrase } from '#app/domain/phrases/save-phrase.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { type PhraseField, PhraseFields } from './phrase-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'phrase:manage')
  const t = translate(ctx.locale)
  return { title: `${t('desk:phrases.new')} – ${t('brand')}` }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'phrase:manage')
  return submitForm(await request.formData(), PhraseForm, async (phrase) => {
    await addPhrase(ctx, phrase)
    return seeOther('/console/phrases')
  })
}

export default function NewPhrase() {
  const { t } = useWords()
  const f = useFormOf<PhraseField>('phrase', {
    reply: useActionData<typeof action>(),
    defaults: { position: 0 },
  })
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('desk:phrases.title')}
            items={[{ href: '/console/phrases', label: t('desk:phrases.title') }]}
          />
        }
        title={t('desk:phrases.new')}
      />
      <PhraseFields f={f} />
    </>
  )
}
