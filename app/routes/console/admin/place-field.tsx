import { useWords } from '#app/i18n/use-words.ts'
import { SelectDense } from '#app/ui/console/fields.tsx'

/** Where something stands in its list. */
export function PlaceField({
  of,
  label,
  ...field
}: {
  id: string
  name: string
  defaultValue?: string
  error?: string
  label: string
  /** How many there are. */
  of: number
}) {
  const { t } = useWords()
  return (
    <SelectDense {...field} label={label}>
      {Array.from({ length: of }, (_, i) => (
        <option key={i} value={i + 1}>
          {t('settings:categories.placeOf', { n: i + 1, of })}
        </option>
      ))}
    </SelectDense>
  )
}
