import { useWords } from '#app/i18n/use-words.ts'
import type { FormField } from '#app/routes/form.ts'
import { SelectDense } from '#app/ui/console/fields.tsx'

/** Whose contract it is, for head office. */
export function StoreSelect({
  stores,
  ...field
}: FormField & { stores: { id: number; name: string }[] }) {
  const { t } = useWords()
  return (
    <SelectDense {...field} label={t('orders:field.store')} wide>
      <option value="">{t('orders:form.chooseStore')}</option>
      {stores.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectDense>
  )
}
