import { useWords } from '#app/i18n/use-words.ts'
import { alsoLength, textLength, titleLength } from '#app/domain/knowledge/article-texts.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { Options, Seg } from '#app/ui/console/choices.tsx'
import { InputDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { audiences } from '#db/vocabulary/knowledge.ts'

export type ArticleField =
  | `${'title' | 'problem' | 'cause' | 'solution' | 'also'}${'Zh' | 'En'}`
  | 'audience'
  | 'categories'
  | 'models'

/** What stands now where a colleague changed it, by field. */
export type Meanwhile = Partial<Record<ArticleField, string>>

/** An answer in both languages beside each other, and what it is about. */
export function ArticleFields({
  f,
  categories,
  meanwhile = {},
}: {
  f: ReturnType<typeof useFormOf<ArticleField>>
  categories: { key: string; name: string }[]
  meanwhile?: Meanwhile
}) {
  const { t } = useWords()
  const chosen = f.chosen('categories')
  const languages = [
    ['Zh', t('knowledge:form.zh')],
    ['En', t('knowledge:form.en')],
  ] as const
  const hintOf = (field: ArticleField, hint?: string) => {
    const now = meanwhile[field]
    return now === undefined ? hint : `${t('knowledge:form.changed')} ${now || '–'}`
  }
  return (
    <>
      {languages.map(([language, name]) => (
        <InputDense
          key={language}
          {...f.field(`title${language}`)}
          label={`${t('knowledge:form.title')} · ${name}`}
          hint={hintOf(`title${language}`, t('knowledge:form.titleHint'))}
          maxLength={titleLength}
          autoComplete="off"
        />
      ))}
      {(['problem', 'cause', 'solution'] as const).map((part) =>
        languages.map(([language, name]) => (
          <TextAreaDense
            key={part + language}
            {...f.field(`${part}${language}`)}
            label={`${t(`knowledge:form.${part}`)} · ${name}`}
            hint={hintOf(
              `${part}${language}`,
              part === 'solution' ? t('knowledge:form.solutionHint') : undefined,
            )}
            rows={part === 'solution' ? 7 : 3}
            maxLength={textLength}
          />
        )),
      )}
      {languages.map(([language, name]) => (
        <TextAreaDense
          key={language}
          {...f.field(`also${language}`)}
          label={`${t('knowledge:form.also')} · ${name}`}
          hint={hintOf(`also${language}`, t('knowledge:form.alsoHint'))}
          rows={2}
          maxLength={alsoLength}
        />
      ))}
      <Seg
        {...f.field('audience')}
        legend={t('knowledge:form.audience')}
        hint={hintOf('audience')}
        options={audiences.map((value) => ({ value, label: t(`knowledge:audience.${value}`) }))}
      />
      <InputDense
        {...f.field('models')}
        label={t('knowledge:form.models')}
        hint={hintOf('models', t('knowledge:form.modelsHint'))}
        placeholder="YS-W320, MH-K100"
        maxLength={1000}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <div className="wide opts-two">
        <Options
          id={f.field('categories').id}
          type="checkbox"
          name="categories"
          legend={t('knowledge:form.categories')}
          error={f.field('categories').error}
          items={categories.map(({ key, name }) => ({
            value: key,
            label: name,
            defaultChecked: chosen.includes(key),
          }))}
        />
        <p className="muted">{t('knowledge:form.categoriesHint')}</p>
      </div>
    </>
  )
}
