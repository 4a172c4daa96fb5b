import { Form } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Actions } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { articlePath } from './article-look.ts'
import type { ArticleView } from './article-view.server.ts'

/** Publishing or retiring, asked on a page of its own or refused on it. */
export function StandingPanel({
  id,
  article,
  reply,
  title,
  lede,
}: {
  id: string
  article: ArticleView
  reply: unknown
  title: string
  lede: string
}) {
  const { t } = useWords()
  const f = useFormOf(id, { reply })
  const version = usePinnedVersion(article.version, f.refusal)
  return (
    <Section title={title}>
      <Form method="post" className="form" {...f.form}>
        {f.formError && <FormError>{f.formError}</FormError>}
        <input type="hidden" name="version" value={version} />
        <p>{lede}</p>
        <Actions>
          <Btn variant="go">{title}</Btn>
          <BtnLink href={`${articlePath(article.slug)}/edit`}>{t('knowledge:do.edit')}</BtnLink>
          <BtnLink variant="quiet" href={articlePath(article.slug)}>
            {t('cancel')}
          </BtnLink>
        </Actions>
      </Form>
    </Section>
  )
}
