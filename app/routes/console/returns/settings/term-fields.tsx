import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { Options } from '#app/ui/console/choices.tsx'
import { CheckDense, InputDense, SelectDense } from '#app/ui/console/fields.tsx'
import { remedies, returnReasons } from '#db/vocabulary/returns.ts'

const units = ['days', 'months'] as const

export type TermField =
  | 'nameZh'
  | 'nameEn'
  | 'reasons'
  | 'remedies'
  | 'span'
  | 'unit'
  | 'unopened'
  | 'model'
  | 'place'
  | 'active'

/** RX-2: what a term covers, what it grants, and for how long. */
export function TermFields({
  f,
  of,
}: {
  f: Pick<ReturnType<typeof useFormOf<TermField>>, 'field' | 'chosen'>
  /** How many places there are. */
  of: number
}) {
  const { t } = useWords()
  const [reasons, granted] = [f.field('reasons'), f.field('remedies')]
  return (
    <>
      <InputDense
        {...f.field('nameZh')}
        label={t('returnSettings:terms.nameZh')}
        maxLength={120}
        lang="zh-CN"
        autoComplete="off"
        required
      />
      <InputDense
        {...f.field('nameEn')}
        label={t('returnSettings:terms.nameEn')}
        maxLength={160}
        lang="en"
        autoComplete="off"
        required
      />
      <Options
        id={reasons.id}
        name="reasons"
        type="checkbox"
        legend={t('returnSettings:terms.reasons')}
        error={reasons.error}
        items={returnReasons.map((one) => ({
          value: one,
          label: t(`returns:reason.${one}`),
          defaultChecked: f.chosen('reasons').includes(one),
        }))}
      />
      <Options
        id={granted.id}
        name="remedies"
        type="checkbox"
        legend={t('returnSettings:terms.remedies')}
        error={granted.error}
        items={remedies
          .filter((one) => one !== 'reject')
          .map((one) => ({
            value: one,
            label: t(`returns:remedy.${one}`),
            defaultChecked: f.chosen('remedies').includes(one),
          }))}
      />
      <div className="form form-2">
        <InputDense
          {...f.field('span')}
          label={t('returnSettings:terms.span')}
          hint={t('returnSettings:terms.spanHint')}
          inputMode="numeric"
          maxLength={3}
          autoComplete="off"
          required
        />
        <SelectDense {...f.field('unit')} label={t('returnSettings:terms.unit')}>
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {t(`returnSettings:terms.unitOf.${unit}`)}
            </option>
          ))}
        </SelectDense>
      </div>
      <CheckDense
        name="unopened"
        value="yes"
        defaultChecked={f.chosen('unopened').length > 0}
        label={t('returnSettings:terms.unopened')}
      />
      <InputDense
        {...f.field('model')}
        label={t('returnSettings:terms.model')}
        hint={t('returnSettings:terms.modelHint')}
        maxLength={80}
        autoComplete="off"
      />
      <SelectDense {...f.field('place')} label={t('returnSettings:terms.place')}>
        {Array.from({ length: of }, (_, i) => (
          <option key={i} value={i + 1}>
            {t('returnSettings:terms.placeOf', { n: i + 1, of })}
          </option>
        ))}
      </SelectDense>
    </>
  )
}
