import { useWords } from '#app/i18n/use-words.ts'
import { TextButton } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { useCallLog } from './use-call-log.ts'
import type { CrewVisit } from './visits/crew-visit.ts'

/** BK-4: what was logged of the call, and for a moment the way to put it right. */
export function CalledAhead({
  id,
  name,
  called: { at, correctable, call = 1 },
}: {
  id: number
  name: string
  called: NonNullable<CrewVisit['called']>
}) {
  const { t, format } = useWords()
  const { form, busy, why } = useCallLog(id)
  return (
    <div className="gap-3">
      <Notice tone="done" icon="phone">
        <p role="status">{t('crew:call.done', { name, time: format.time(at) })}</p>
        {why && <p role="alert">{t(`crew:unsent.notKept.${why}`)}</p>}
        {correctable && (
          <form {...form}>
            <input type="hidden" name="call" value={call} />
            <TextButton name="outcome" value="not_reached" disabled={busy}>
              {t('crew:call.notReached')}
            </TextButton>
          </form>
        )}
      </Notice>
    </div>
  )
}
