import type { CaseForCustomer } from '#app/domain/returns/case-for-customer.server.ts'
import type { TrackedTicket } from '#app/domain/tickets/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { LetterSection } from '#app/ui/portal/letter.tsx'
import { Timeline, type TimelineItem } from '#app/ui/portal/timeline.tsx'
import { services } from '#db/vocabulary/bookings.ts'
import { type Standing } from './standing.ts'

const coming: Partial<Record<Standing['at'], readonly ('visit' | 'sign' | 'ask')[]>> = {
  received: ['visit', 'sign', 'ask'],
  arranging: ['visit', 'sign', 'ask'],
  missed_you: ['visit', 'sign', 'ask'],
  we_missed: ['visit', 'sign', 'ask'],
  handed_on: ['visit', 'sign', 'ask'],
  agreed: ['sign', 'ask'],
  late: ['sign', 'ask'],
  on_the_way: ['sign', 'ask'],
  arrived: ['sign', 'ask'],
  asked: ['sign', 'ask'],
  working: ['sign', 'ask'],
  rests: ['sign', 'ask'],
  done: ['ask'],
}

const steps = ['crew_set_out', 'crew_arrived', 'work_started'] as const

const onSite = ['on_the_way', 'arrived', 'asked', 'working', 'rests'] as const

const waits = [
  'received',
  'arranging',
  'missed_you',
  'we_missed',
  'handed_on',
  'away',
  'agreed',
  'late',
  'nobody',
  'nobody_told',
  'paused',
  'done',
  'unsolved',
] as const

const mine = ['visit_booked', 'visit_moved', 'visit_cancelled', 'cancelled'] as const
const isMine = (kind: string): kind is (typeof mine)[number] => mine.some((one) => one === kind)

/** How it came to this, where it stands, and what is still to come. */
export function SoFar({
  ticket,
  token,
  standing,
  returned,
}: {
  ticket: Pick<TrackedTicket, 'events' | 'kind' | 'visits'>
  token: string
  standing: Standing
  returned: Pick<CaseForCustomer, 'steps'> | null
}) {
  const { t, format } = useWords()
  const { at } = standing
  const repair = ticket.kind === 'repair'
  const booked = services.some((one) => one === ticket.kind)
  /** The last that happened is where it stands now. */
  const step =
    onSite.some((one) => one === at) && steps.some((kind) => kind === ticket.events.at(-1)?.kind)
  const windowOf = ({ start, end }: { start: string; end: string }) =>
    `${format.day(start)} ${format.span(start, end)}`
  const serviceOf = (visitId: number | null) => {
    const step = returned?.steps.find((one) => one.visitId === visitId)
    if (visitId !== null && step?.kind === 'collection') return t('asks:track.step.collection')
    const visit = ticket.visits.find(({ id }) => id === visitId)
    return visit ? t(`book:service.${visit.skill}`) : t('track:someVisit')
  }
  const whatOf = (event: TrackedTicket['events'][number]) => {
    if (event.calledInVain) return t('track:calledInVain')
    if (event.extra) return t(`track:extraDecided.${event.extra.decision}`)
    const service = serviceOf(event.visitId)
    if (event.kind === 'record_corrected' && event.visitId !== null) {
      return (
        <a href={`/track/${token}/visits/${event.visitId}/record#corrections`}>
          {t('track:events.record_corrected')}
        </a>
      )
    }
    if (event.kind === 'registered' && !repair) {
      return t(event.mine && booked ? 'track:mine.registered' : 'track:registeredOther')
    }
    if (event.kind === 'triaged' && !repair) return t('track:triagedOther')
    if (event.mine && isMine(event.kind)) return t(`track:mine.${event.kind}`, { service })
    return t(`track:events.${event.kind}`, { service, by: event.by ?? t('track:desk') })
  }
  const detailOf = (event: TrackedTicket['events'][number]) => {
    const { moved, pausedUntil, cancelledBecause, late, extra, item } = event
    if (late) {
      const expected = t('track:lateUntil', { at: format.time(late.expectedAt) })
      return `${t(`track:late.${late.reason}`)} ${expected}`
    }
    if (extra) {
      const { what, minutes, price } = extra
      return t('track:extraOf', {
        what,
        minutes: format.minutes(minutes),
        price: format.money(price),
      })
    }
    if (item) {
      return item.number ? t('track:itemOf', { item: item.what, number: item.number }) : item.what
    }
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
    const now = step && index === ticket.events.length - 1
    return {
      state: now ? 'now' : 'past',
      stateWord: t(now ? 'track:now' : 'track:past'),
      what: whatOf(event),
      at: format.moment(event.at),
      iso: event.at,
      detail: detailOf(event),
    }
  })
  const waiting = waits.find((one) => one === at)
  const meanwhile = onSite.find((one) => one === at && !step)
  const now: TimelineItem[] =
    waiting || meanwhile
      ? [
          {
            state: 'now',
            stateWord: t('track:now'),
            what: waiting ? t(`track:waiting.${waiting}`) : t(`track:chip.${meanwhile!}`),
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
