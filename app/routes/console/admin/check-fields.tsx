import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { CheckDense, InputDense } from '#app/ui/console/fields.tsx'
import { PlaceField } from './place-field.tsx'

export type CheckField =
  'textZh' | 'textEn' | 'must' | 'unit' | 'lowest' | 'highest' | 'place' | 'active'

/** A line of a checklist: its words, whether it must be checked, and the reading it may ask for. */
export function CheckFields({
  f,
  of,
}: {
  f: Pick<ReturnType<typeof useFormOf<CheckField>>, 'field' | 'chosen'>
  /** How many places there are. */
  of: number
}) {
  const { t } = useWords()
  return (
    <>
      <InputDense
        {...f.field('textZh')}
        label={t('settings:checklists.textZh')}
        maxLength={120}
        lang="zh-CN"
        autoComplete="off"
        required
      />
      <InputDense
        {...f.field('textEn')}
        label={t('settings:checklists.textEn')}
        maxLength={160}
        lang="en"
        autoComplete="off"
        required
      />
      <CheckDense
        name="must"
        value="yes"
        defaultChecked={f.chosen('must').length > 0}
        label={t('settings:checklists.mustBe')}
      />
      <InputDense
        {...f.field('unit')}
        label={t('settings:checklists.unit')}
        hint={t('settings:checklists.unitHint')}
        maxLength={20}
        autoComplete="off"
      />
      <InputDense
        {...f.field('lowest')}
        inputMode="decimal"
        label={t('settings:checklists.lowest')}
        maxLength={12}
        autoComplete="off"
      />
      <InputDense
        {...f.field('highest')}
        inputMode="decimal"
        label={t('settings:checklists.highest')}
        hint={t('settings:checklists.limitHint')}
        maxLength={12}
        autoComplete="off"
      />
      <PlaceField {...f.field('place')} label={t('settings:checklists.place')} of={of} />
    </>
  )
}
