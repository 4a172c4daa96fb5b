import { useWords } from '#app/i18n/use-words.ts'
import { Status } from '#app/ui/console/status.tsx'
import { withinDay } from '../civil-day.ts'

/** By when somebody is to hear from us; a day that has come stands out. */
export function ContactBy({ day, due }: { day: string; due: boolean }) {
  const { t, format } = useWords()
  const date = format.date(withinDay(day))
  if (!due) return date
  return (
    <Status tone="waiting" icon="bell">
      {t('customers:contact.dueSince', { date })}
    </Status>
  )
}
