import type { followUpAttempts, followUps, ratings } from '#db/schema/follow-ups.ts'
import { addDays, addHours, dayOf, instantAt } from '#app/platform/time.server.ts'
import { happen, type VisitDraft } from './draft.ts'
import { nth } from './generator.ts'
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

const callAfterHours = 24
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
      dueAt: addHours(finishedAt, callAfterHours),
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
      attempt(telling, visit, later(random.integer(250, 400)), 'no_answer')
      return undefined
    case 'called': {
      if (random.chance(0.25)) attempt(telling, visit, later(random.integer(120, 200)), 'call_back')
      const at = later(random.integer(300, 640))
      attempt(telling, visit, at, 'answered')
      rate(telling, visit, at, 'call')
      return undefined
    }
    case 'rated_online': {
      const at = later(random.integer(20, 300))
      rate(telling, visit, at, 'online')
      finish(draft, 'rated_online', at)
      return undefined
    }
    case 'unreachable': {
      const day = dayOf(finishedAt)
      const tries = unreachedAt.map((time, i) => instantAt(addDays(day, i + 1), time))
      for (const at of tries) attempt(telling, visit, notAfterNow(telling, at), 'no_answer')
      finish(draft, 'unreachable', notAfterNow(telling, tries.at(-1)!))
      return undefined
    }
    case 'poor_online': {
      const at = later(random.integer(20, 200))
      rate(telling, visit, at, 'online', poor)
      return { at, poor }
    }
    case 'poor_called': {
      const at = later(random.integer(240, 480))
      attempt(telling, visit, at, 'answered')
      rate(telling, visit, at, 'call', poor)
      return { at, poor }
    }
  }
}

function attempt(
  telling: Telling,
  visit: VisitDraft,
  at: Date,
  outcome: 'answered' | 'no_answer' | 'call_back',
): void {
  const draft = visit.followUp!
  const { attempts } = talk[visit.ticket.row.locale]
  const number = draft.attempts.length + 1
  const words = {
    answered: attempts.answered,
    call_back: attempts.callBack,
    no_answer: nth(attempts.noAnswer, number + telling.random.integer(0, 2)),
  }
  draft.attempts.push({
    attempt: number,
    outcome,
    note: words[outcome],
    at,
    by: telling.team.caller.id,
  })
  if (outcome === 'answered') finish(draft, 'done', at)
  else draft.row.notBefore = addHours(at, 20)
  happen(visit.ticket, 'followed_up', at, telling.team.caller, {
    visit,
    data: { attempt: number, outcome },
  })
}

function finish(draft: FollowUpDraft, status: 'done' | 'unreachable' | 'rated_online', at: Date) {
  Object.assign(draft.row, { status, doneAt: at })
}

function rate(
  telling: Telling,
  visit: VisitDraft,
  at: Date,
  source: 'online' | 'call',
  poor?: PoorVisit,
): void {
  const { random, team } = telling
  const good = () => (random.chance(0.75) ? 5 : random.chance(0.8) ? 4 : 3)
  const [attitude, quality, solved, punctuality, tidiness] = poor?.scores ?? [
    good(),
    good(),
    good(),
    good(),
    good(),
  ]
  visit.followUp!.rating = {
    attitude,
    quality,
    solved,
    punctuality,
    tidiness,
    recommend: poor?.recommend ?? random.integer(8, 10),
    words: poor?.words ?? random.pick(talk[visit.ticket.row.locale].praise),
    tags: poor ? [...poor.tags] : goodTags.filter(() => random.chance(0.4)),
    wantsCall: poor !== undefined && source === 'online',
    source,
    createdAt: at,
    updatedAt: at,
  }
  happen(visit.ticket, 'rated', at, source === 'online' ? 'customer' : team.caller, {
    visit,
    data: { attitude, quality, solved, punctuality, tidiness },
  })
}
