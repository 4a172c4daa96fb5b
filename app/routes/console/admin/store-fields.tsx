import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'

const names = [
  ['nameZh', 'zh-CN', 40],
  ['nameEn', 'en', 60],
  ['cityZh', 'zh-CN', 40],
  ['cityEn', 'en', 40],
] as const
export type StoreField = 'code' | 'address' | 'closed' | (typeof names)[number][0]

export function StoreFields({ f }: { f: Pick<ReturnType<typeof useFormOf<StoreField>>, 'field'> }) {
  const { t } = useWords()
  return (
    <>
      <InputDense
        {...f.field('code')}
        label={t('settings:stores.code')}
        hint={t('settings:stores.codeHint')}
        maxLength={20}
        autoComplete="off"
        required
      />
      {names.map(([name, lang, maxLength]) => (
        <InputDense
          key={name}
          {...f.field(name)}
          label={t(`settings:stores.${name}`)}
          lang={lang}
          maxLength={maxLength}
          autoComplete="off"
          required
        />
      ))}
      <InputDense
        {...f.field('address')}
        label={t('settings:stores.address')}
        hint={t('settings:stores.addressHint')}
        maxLength={200}
        autoComplete="off"
      />
    </>
  )
}
