import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormField } from '#app/routes/form.ts'
import { ChoiceGroup, Pill } from '#app/ui/portal/choices.tsx'

/** One of a few answers, each a target for the thumb. */
export function PillsField({
  field,
  legend,
  options,
}: {
  field: FormField
  legend: ReactNode
  options: { value: string; label: ReactNode }[]
}) {
  const { t } = useWords()
  return (
    <ChoiceGroup
      as="pills"
      id={field.id}
      legend={legend}
      error={field.error}
      errorPrefix={t('common:errorPrefix')}
    >
      {options.map(({ value, label }) => (
        <Pill
          key={value}
          type="radio"
          name={field.name}
          value={value}
          defaultChecked={field.defaultValue === value}
        >
          {label}
        </Pill>
      ))}
    </ChoiceGroup>
  )
}
