import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { InputDense, TextAreaDense } from '#app/ui/console/fields.tsx'

const names = ['nameZh', 'nameEn', 'cityZh', 'cityEn'] as const
export type AreaField = (typeof names)[number] | 'districts'

export function AreaFields({ f }: { f: Pick<ReturnType<typeof useFormOf<AreaField>>, 'field'> }) {
  const { t } = useWords()
  return (
    <>
      {names.map((name) => (
        <InputDense
          key={name}
          {...f.field(name)}
          label={t(`roster:area.${name}`)}
          autoComplete="off"
          maxLength={40}
          required
        />
      ))}
      <TextAreaDense
        {...f.field('districts')}
        label={t('roster:area.districts')}
        hint={t('roster:area.districtsHint')}
        rows={6}
        maxLength={2000}
        required
      />
    </>
  )
}
