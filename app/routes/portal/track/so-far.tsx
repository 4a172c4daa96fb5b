import type { TrackedTicket } from '#app/domain/tickets/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { LetterSection } from '#app/ui/portal/letter.tsx'
import { Timeline, type TimelineItem } from '#app/ui/portal/timeline.tsx'
import { type Standing } from './standing.ts'

const coming: Partial<Record<Standing['at'], readonly ('visit' | 'sign' | 'ask')[]>> = {
  received: ['visit', 'sign', 'ask'],
  arranging: ['visit', 'sign', 'ask'],
  agreed: ['sign', 'ask'],
  on_the_way: ['sign', 'ask'],
  arrived: ['sign', 'ask'],
  working: ['sign', 'ask'],
  done: ['ask'],
}

const mine = ['visit_booked', 'visit_moved', 'visit_cancelled'] as const
const isMine = (kind: string): kind is (typeof mine)[number] => mine.some((one) => one === kind)

/** How it came to this, where it stands, and what is still to come. */
export function SoFar({
  ticket,
  standing,
}: {
  ticket: Pick<TrackedTicket, 'events' | 'kind' | 'visits'>
  standing: Standing
}) {
  const { t, format } = useWords()
  const { at } = standing
  const repair = ticket.kind === 'repair'
  const underWay = at === 'on_the_way' || at === 'arrived' || at === 'working'
  const windowOf = ({ start, end }: { start: string; end: string }) =>
    `${format.day(start)} ${format.span(start, end)}`
  const serviceOf = (visitId: number | null) => {
    const visit = ticket.visits.find(({ id }) => id === visitId)
    return visit ? t(`book:service.${visit.skill}`) : t('track:someVisit')
  }
  const whatOf = (event: TrackedTicket['events'][number]) => {
    if (event.calledInVain) return t('track:calledInVain')
    const service = serviceOf(event.visitId)
    if (event.kind === 'registered' && !repair) {
      return t(event.mine ? 'track:mine.registered' : 'track:registeredOther')
    }
    if (event.kind === 'triaged' && !repair) return t('track:triagedOther')
    if (event.mine && isMine(event.kind)) return t(`track:mine.${event.kind}`, { service })
    return t(`track:events.${event.kind}`, { service, by: event.by ?? t('track:desk') })
  }
  const detailOf = (event: TrackedTicket['events'][number]) => {
    const { moved, pausedUntil, cancelledBecause } = event
    if (cancelledBecause) return event.mine ? undefined : cancelledBecause
    if (pausedUntil) {
      return t('track:pausedUntil', { day: format.day(`${pausedUntil}T12:00:00Z`) })
    }
    if (!moved) return undefined
    const windows = { from: windowOf(moved.from), to: windowOf(moved.to) }
    return moved.reason && !event.mine
      ? t('track:movedBecause', { ...windows, reason: moved.reason })
      : t('track:moved', windows)
  }
  const past = ticket.events.map((event, index): TimelineItem => {
    const now = underWay && index === ticket.events.length - 1
    return {
      state: now ? 'now' : 'past',
      stateWord: t(now ? 'track:now' : 'track:past'),
      what: whatOf(event),
      at: format.moment(event.at),
      iso: event.at,
      detail: detailOf(event),
    }
  })
  const waits =
    at === 'received' || at === 'arranging' || at === 'agreed' || at === 'paused' || at === 'done'
  const now: TimelineItem[] = waits
    ? [
        {
          state: 'now',
          stateWord: t('track:now'),
          what: t(`track:waiting.${at}`),
          at:
            at === 'agreed'
              ? `${format.day(standing.visit.start)} ${format.span(standing.visit.start, standing.visit.end)}`
              : undefined,
          iso: at === 'agreed' ? standing.visit.start : undefined,
        },
      ]
    : []
  const later = (coming[at] ?? []).map((step): TimelineItem => ({
    state: 'later',
    stateWord: t('track:later'),
    what: t(step === 'sign' && !repair ? 'track:coming.signOther' : `track:coming.${step}`),
    detail: step === 'ask' ? t('track:coming.askDetail') : undefined,
  }))
  return (
    <LetterSection id="so-far" title={t('track:soFar')}>
      <Timeline items={[...past, ...now, ...later]} />
    </LetterSection>
  )
}
