import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { InputDense, TextAreaDense } from '#app/ui/console/fields.tsx'

const names = ['nameZh', 'nameEn', 'cityZh', 'cityEn'] as const
export type AreaField = (typeof names)[number] | 'districts' | 'middle' | 'speedKmh'
export const usualSpeed = 25

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
        rows={8}
        maxLength={4000}
        required
      />
      <InputDense
        {...f.field('middle')}
        label={t('roster:area.middle')}
        hint={t('roster:area.middleHint')}
        autoComplete="off"
        maxLength={80}
      />
      <InputDense
        {...f.field('speedKmh')}
        label={t('roster:area.speedKmh')}
        hint={t('roster:area.speedKmhHint')}
        type="number"
        min={3}
        max={120}
        autoComplete="off"
        required
      />
    </>
  )
}
