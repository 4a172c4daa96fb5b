import { useWords } from '#app/i18n/use-words.ts'
import type { Service } from '#db/vocabulary/bookings.ts'

export interface Appointment {
  service: Service
  start: string
  end: string
}

/** A visit in words: what for, on which day, between which hours. */
export function useAppointmentWords() {
  const { t, format } = useWords()
  const partsOf = ({ service, start, end }: Appointment) => ({
    service: t(`book:service.${service}`),
    day: format.day(start),
    span: format.span(start, end),
  })
  return { partsOf, say: (visit: Appointment) => t('track:visits.what', partsOf(visit)) }
}
