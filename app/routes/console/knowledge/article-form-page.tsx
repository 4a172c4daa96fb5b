import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid } from '#app/ui/console/fields.tsx'
import { Actions, Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { type ArticleField, ArticleFields, type Meanwhile } from './article-fields.tsx'
import { knowledgePath } from './article-look.ts'

/** The page on which an answer is written or changed. */
export function ArticleFormPage({
  heading,
  save,
  back,
  f,
  categories,
  meanwhile,
  note,
  children,
}: {
  heading: string
  save: string
  back: string
  f: ReturnType<typeof useFormOf<ArticleField>>
  categories: { key: string; name: string }[]
  meanwhile?: Meanwhile
  note?: ReactNode
  /** Hidden fields. */
  children?: ReactNode
}) {
  const { t } = useWords()
  const busy = useNavigation().state === 'submitting'
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('knowledge:title')}
            items={[{ href: knowledgePath, label: t('knowledge:title') }]}
          />
        }
        title={heading}
      />
      <div className="paper">
        <Section label={heading}>
          <Form method="post" {...f.form}>
            <FormGrid two>
              {f.formError && (
                <div className="wide">
                  <FormError>{f.formError}</FormError>
                </div>
              )}
              {note && <p className="wide muted">{note}</p>}
              {children}
              <ArticleFields f={f} categories={categories} meanwhile={meanwhile} />
              <div className="wide">
                <Actions>
                  <Btn variant="go" disabled={busy}>
                    {save}
                  </Btn>
                  <BtnLink variant="quiet" href={back}>
                    {t('cancel')}
                  </BtnLink>
                </Actions>
              </div>
            </FormGrid>
          </Form>
        </Section>
      </div>
    </>
  )
}
