import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { CallTask } from '#app/ui/crew/stops.tsx'
import { TwoUp } from '#app/ui/crew/visit.tsx'
import { Button, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import type { callView } from './call-ahead-view.server.ts'
import { useCallLog } from './use-call-log.ts'

interface Props {
  id: number
  name: string
  phone: string
  start: string
  end: string
  call: NonNullable<ReturnType<typeof callView>>
}

/** BK-4: shortly before the visit the call is the first thing on the screen: one tap to call, one to log it. */
export function CallAheadTask({ id, name, phone, start, end, call }: Props) {
  const { t, format } = useWords()
  const due = useDue(call)
  const { form, busy, why } = useCallLog(id)
  if (!due) return null
  return (
    <CallTask id={`call-${id}`} title={t('crew:call.title', { name })}>
      <p>
        {t('crew:call.why', { window: format.span(start, end) })}
        {call.call > 1 && (
          <>
            <br />
            {t('crew:call.tried', { count: call.call - 1 })}
          </>
        )}
      </p>
      <ButtonLink variant="primary" big icon="phone" href={`tel:${phone}`}>
        {t('crew:call.call', { phone: format.phone(phone) })}
      </ButtonLink>
      {why && (
        <Notice tone="trouble" icon="alert" alert>
          {t(`crew:unsent.notKept.${why}`)}
        </Notice>
      )}
      <form {...form}>
        <input type="hidden" name="call" value={call.call} />
        <TwoUp>
          <Button name="outcome" value="answered" icon="check" disabled={busy}>
            {t('crew:call.answered')}
          </Button>
          <Button name="outcome" value="no_answer" disabled={busy}>
            {t('crew:call.noAnswer')}
          </Button>
        </TwoUp>
      </form>
    </CallTask>
  )
}

/** The longest wait a browser's timer takes. */
const longestWait = 2_147_483_647

/** A page that stays open comes to the moment by itself. */
function useDue({ from, due }: Props['call']): boolean {
  const [reached, setReached] = useState<string | null>(null)
  useEffect(() => {
    const wait = new Date(from).getTime() - Date.now()
    if (due || wait > longestWait) return
    const timer = setTimeout(() => setReached(from), Math.max(0, wait))
    return () => clearTimeout(timer)
  }, [from, due])
  return due || reached === from
}
