import { useWords } from '#app/i18n/use-words.ts'
import { Actions, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { HotlineLink } from '../../rather-talk.tsx'
import { type Appointment, useAppointmentWords } from './appointment.ts'

export interface ChangeableVisit extends Appointment {
  id: number
  /** Until when the customer changes it; null when that is over. */
  changeUntil: string | null
}

/** BK-3: each visit that can still be moved or cancelled, with its ways. */
export function ChangeLinks({ token, visits }: { token: string; visits: ChangeableVisit[] }) {
  const { t, format } = useWords()
  const { say } = useAppointmentWords()
  return visits.map((visit) => {
    const { id, changeUntil } = visit
    if (changeUntil === null) return null
    const what = say(visit)
    const at = `/track/${token}/visits/${id}`
    return (
      <div className="gap-4" key={id}>
        {visits.length > 1 && <p>{what}</p>}
        <Actions>
          <ButtonLink
            icon="calendar"
            href={`${at}/window`}
            aria-label={t('track:visits.whichMove', { what })}
          >
            {t('track:visits.move')}
          </ButtonLink>
          <ButtonLink
            href={`${at}/cancellation`}
            aria-label={t('track:visits.whichCancel', { what })}
          >
            {t('track:visits.cancel')}
          </ButtonLink>
        </Actions>
        <p className="small muted gap-2">
          {t('track:visits.until', { until: format.moment(changeUntil) })}
          <HotlineLink />
          {t('track:visits.untilAfter')}
        </p>
      </div>
    )
  })
}
