import { useWords } from '#app/i18n/use-words.ts'
import type { TrackPage, VisitOfPage } from './next.tsx'
import type { Standing } from './standing.ts'

/** The letter's one sentence: where the matter stands. */
export function useHeadline(
  { ticket, today, returned }: TrackPage,
  standing: Standing<VisitOfPage>,
): string {
  const { t, format } = useWords()
  const within = (day: string) => `${day}T12:00:00Z`
  const visit = 'visit' in standing ? standing.visit : null
  const away = ticket.items.find(({ purpose, returnedAt }) => purpose === 'repair' && !returnedAt)
  const back = away?.backOn ?? ticket.pausedUntil
  const day =
    visit !== null
      ? format.day(visit.start)
      : ticket.pausedUntil
        ? format.day(within(ticket.pausedUntil))
        : ''
  return t(`track:headline.${keyOf()}`, {
    day,
    span: visit ? format.span(visit.start, visit.end) : '',
    about: visit?.about ? format.time(visit.about) : '',
    item: away?.item ?? '',
    back: back ? format.day(within(back)) : '',
  })

  function keyOf() {
    switch (standing.at) {
      case 'agreed':
        return format.day(standing.visit.start) === format.day(within(today)) ? 'today' : 'agreed'
      case 'on_the_way':
        return standing.visit.delay ? 'on_the_way_late' : 'on_the_way'
      case 'away':
        return back ? 'away' : 'awayOpen'
      case 'resolved':
        return ticket.kind === 'repair' ? 'resolved' : 'resolvedOther'
      case 'received':
      case 'arranging':
        return returned?.status === 'appealed' ? 'appealed' : standing.at
      default:
        return standing.at
    }
  }
}
