import { useState } from 'react'
import { isOutside, readReading, valueField } from '#app/domain/work/reading.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Icon } from '#app/ui/icons.tsx'
import { TextField } from '#app/ui/portal/fields.tsx'
import type { Check } from './crew-visit.ts'

/** What a gauge shows; what lies outside the limits is pointed out and kept all the same. */
export function ReadingField({
  item,
  onRead,
}: {
  item: Check
  onRead: (field: string, typed: string) => void
}) {
  const { t } = useWords()
  const [wrong, setWrong] = useState(false)
  const field = valueField(item.id)
  const limits = { lowest: item.lowest ?? '', highest: item.highest ?? '', unit: item.unit ?? '' }
  const range =
    item.lowest !== null && item.highest !== null
      ? t('crew:reading.range', limits)
      : item.lowest !== null
        ? t('crew:reading.atLeast', limits)
        : item.highest !== null && t('crew:reading.atMost', limits)
  const low = item.value !== null && item.lowest !== null && item.value < item.lowest
  return (
    <div className="reading">
      <TextField
        id={field}
        key={item.value}
        name={field}
        defaultValue={item.value ?? ''}
        label={
          <>
            <span className="hidden-text">{item.text} </span>
            {t('crew:reading.label', limits)}
          </>
        }
        hint={range}
        error={wrong && t('validation:reading')}
        errorPrefix={t('common:errorPrefix')}
        inputMode="decimal"
        autoComplete="off"
        short
        maxLength={12}
        onBlur={({ currentTarget: { value } }) => {
          const reading = readReading(value)
          setWrong(Number.isNaN(reading))
          if (!Number.isNaN(reading) && reading !== item.value) onRead(field, value)
        }}
      />
      <p role="status">
        {isOutside(item) && !wrong && (
          <span className="outside">
            <Icon name="alert" />
            {t(low ? 'crew:reading.low' : 'crew:reading.high', limits)}
          </span>
        )}
      </p>
    </div>
  )
}
