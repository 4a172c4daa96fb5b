import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'

/** What a category is called, in both languages. */
export function CategoryNames({
  f,
}: {
  f: Pick<ReturnType<typeof useFormOf<'nameZh' | 'nameEn'>>, 'field'>
}) {
  const { t } = useWords()
  return (
    <>
      <InputDense
        {...f.field('nameZh')}
        label={t('settings:categories.nameZh')}
        maxLength={30}
        lang="zh-CN"
        autoComplete="off"
        required
      />
      <InputDense
        {...f.field('nameEn')}
        label={t('settings:categories.nameEn')}
        maxLength={60}
        lang="en"
        autoComplete="off"
        required
      />
    </>
  )
}
