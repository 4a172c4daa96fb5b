import { useWords } from '#app/i18n/use-words.ts'
import { Status } from '#app/ui/console/status.tsx'
import { withinDay } from './civil-day.ts'

/** Whether something that was bought is still covered, and until when. */
export function WarrantyStatus({
  warranty: { covered, until },
}: {
  warranty: { covered: boolean; until: string }
}) {
  const { t, format } = useWords()
  return (
    <Status tone={covered ? 'done' : 'idle'} icon={covered ? 'shield' : 's-cancel'}>
      {t(covered ? 'tickets:call.warrantyUntil' : 'tickets:call.warrantyOver', {
        date: format.date(withinDay(until)),
      })}
    </Status>
  )
}
