import type { ComponentProps } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { SelectDense } from '#app/ui/console/fields.tsx'
import { locales } from '#db/vocabulary/locales.ts'
import { ticketKinds } from '#db/vocabulary/tickets.ts'
import { useCategories } from '../use-categories.ts'

type FieldProps = Omit<ComponentProps<typeof SelectDense>, 'children'>

/** What kind of thing a ticket is about. */
export function KindField(field: FieldProps) {
  const { t } = useWords()
  return (
    <SelectDense {...field}>
      {ticketKinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`words:ticketKind.${kind}`)}
        </option>
      ))}
    </SelectDense>
  )
}

/** What may be wrong; a ticket that has a category no longer offered keeps it. */
export function CategoryField({ kept, ...field }: FieldProps & { kept?: string }) {
  const { offered } = useCategories()
  return (
    <SelectDense {...field}>
      {offered(kept).map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </SelectDense>
  )
}

/** In which language the customer is written to. */
export function LanguageField(field: FieldProps) {
  const { t } = useWords()
  return (
    <SelectDense {...field}>
      {locales.map((locale) => (
        <option key={locale} value={locale}>
          {t(`tickets:call.languages.${locale}`)}
        </option>
      ))}
    </SelectDense>
  )
}
