import type { followUpAttempts, followUps, ratings } from '#db/schema/follow-ups.ts'
import { maxAttempts } from '#db/vocabulary/follow-ups.ts'
import { nextCall } from '#app/domain/follow-ups/next-call.server.ts'
import { addDays, addHours, dayOf, instantAt } from '#app/platform/time.server.ts'
import { happen, type VisitDraft } from './draft.ts'
import { notAfterNow, type Telling } from './telling.ts'
import { talk } from './texts/conversation.ts'
import { type PoorVisit, poorVisits } from './texts/complaints.ts'
import { workingTimeAfter } from './working-hours.server.ts'

type Rating = Omit<typeof ratings.$inferInsert, 'visitId'>

export interface FollowUpDraft {
  row: Omit<typeof followUps.$inferInsert, 'ticketId' | 'visitId'>
  attempts: Omit<typeof followUpAttempts.$inferInsert, 'followUpId'>[]
  rating?: Rating
}

/** How the customer was asked, or wasn't yet. */
export type Asking =
  'due' | 'tried_once' | 'called' | 'rated_online' | 'unreachable' | 'poor_online' | 'poor_called'

/** FU-3: on three days, at different hours. */
const unreachedAt = ['10:05', '14:40', '18:50']
const goodTags = ['clear', 'skilful', 'careful', 'rang_ahead'] as const

/** FU-1 to FU-4. @returns when the customer said something poor, and what */
export function followUp(
  telling: Telling,
  visit: VisitDraft,
  asking: Asking,
): { at: Date; poor: PoorVisit } | undefined {
  const { finishedAt } = visit.row
  if (!finishedAt) throw new Error('Only a finished visit is followed up')
  const draft: FollowUpDraft = {
    row: {
      status: 'due',
      createdAt: finishedAt,
      notBefore: finishedAt,
      dueAt: addHours(finishedAt, telling.settings.followUpHours),
    },
    attempts: [],
  }
  visit.followUp = draft
  const later = (minutes: number) => notAfterNow(telling, workingTimeAfter(finishedAt, minutes))
  const { random } = telling
  const poor = random.pick(poorVisits[visit.ticket.row.locale])
  switch (asking) {
    case 'due':
      return undefined
    case 'tried_once':
      reachNobody(telling, visit, later(random.integer(250, 400)))
      return undefined
    case 'called': {
      const at = later(random.integer(300, 640))
      if (random.chance(0.25)) putOff(telling, visit, later(random.integer(120, 200)), at)
      reach(telling, visit, at)
      return undefined
    }
    case 'rated_online': {
      const at = later(random.integer(20, 300))
      rateOnline(telling, visit, at)
      finish(draft, 'rated_online', at)
      return undefined
    }
    case 'unreachable': {
      const day = dayOf(finishedAt)
      unreachedAt.forEach((time, i) => {
        const at = instantAt(addDays(day, i + 1), time)
        reachNobody(telling, visit, notAfterNow(telling, at))
      })
      return undefined
    }
    case 'poor_online': {
      const at = later(random.integer(20, 200))
      rateOnline(telling, visit, at, poor)
      return { at, poor }
    }
    case 'poor_called': {
      const at = later(random.integer(240, 480))
      reach(telling, visit, at, poor)
      return { at, poor }
    }
  }
}

function putOff(telling: Telling, visit: VisitDraft, at: Date, until: Date): void {
  attempt(telling, visit, at, 'call_back')
  Object.assign(visit.followUp!.row, { notBefore: until, dueAt: addHours(until, 1) })
}

type Outcome = 'answered' | 'no_answer' | 'call_back'

/** FU-3: one call, as the ticket's history tells it. */
function attempt(
  telling: Telling,
  visit: VisitDraft,
  at: Date,
  outcome: Outcome,
  told: Record<string, unknown> = {},
): void {
  const draft = visit.followUp!
  const { caller } = telling.team
  const number = draft.attempts.length + 1
  const note = noteOf(telling, visit, outcome)
  draft.attempts.push({ attempt: number, outcome, note, at, by: caller.id })
  happen(visit.ticket, 'followed_up', at, caller, {
    visit,
    data: { outcome, attempt: number, ...(outcome === 'answered' ? {} : { note }), ...told },
  })
}

function noteOf(telling: Telling, visit: VisitDraft, outcome: Outcome): string {
  const { attempts } = talk[visit.ticket.row.locale]
  if (outcome === 'answered') return ''
  return outcome === 'call_back' ? attempts.callBack : telling.random.pick(attempts.noAnswer)
}

function reachNobody(telling: Telling, visit: VisitDraft, at: Date): void {
  const draft = visit.followUp!
  const tried = draft.attempts.map((each) => each.at)
  const last = tried.length + 1 === maxAttempts
  attempt(telling, visit, at, 'no_answer', last ? { status: 'unreachable' } : {})
  if (last) finish(draft, 'unreachable', at)
  else {
    const { nextAttemptHours, serviceHours: week } = telling.settings
    Object.assign(draft.row, nextCall(at, tried, nextAttemptHours, { week, holidays: new Set() }))
  }
}

/** Reached, asked everything; a customer who is content is done with. */
function reach(telling: Telling, visit: VisitDraft, at: Date, poor?: PoorVisit): void {
  const { ticket, followUp } = visit
  const { words, recommend, ...scores } = answersOf(telling, visit, poor)
  const rating = { ...scores, words, recommend }
  attempt(telling, visit, at, 'answered', rating)
  finish(followUp!, 'done', at)
  followUp!.rating = { ...rating, source: 'call', createdAt: at, updatedAt: at }
  if (poor || ticket.row.status !== 'resolved') return
  ticket.row.closedAt = at
  happen(ticket, 'closed', at, telling.team.caller, { to: 'closed' })
}

function rateOnline(telling: Telling, visit: VisitDraft, at: Date, poor?: PoorVisit): void {
  const { random } = telling
  const rating = {
    ...answersOf(telling, visit, poor),
    tags: poor ? [...poor.tags] : goodTags.filter(() => random.chance(0.4)),
    wantsCall: poor !== undefined,
    source: 'online' as const,
  }
  visit.followUp!.rating = { ...rating, createdAt: at, updatedAt: at }
  happen(visit.ticket, 'rated', at, 'customer', { visit, data: rating })
}

function answersOf({ random }: Telling, visit: VisitDraft, poor?: PoorVisit) {
  const good = () => (random.chance(0.75) ? 5 : random.chance(0.8) ? 4 : 3)
  const [attitude, quality, solved, punctuality, tidiness] = poor?.scores ?? [
    good(),
    good(),
    good(),
    good(),
    good(),
  ]
  const words = poor?.words ?? random.pick(talk[visit.ticket.row.locale].praise)
  const recommend = poor?.recommend ?? random.integer(8, 10)
  return { attitude, quality, solved, punctuality, tidiness, recommend, words }
}

function finish(draft: FollowUpDraft, status: 'done' | 'unreachable' | 'rated_online', at: Date) {
  Object.assign(draft.row, { status, doneAt: at })
}
