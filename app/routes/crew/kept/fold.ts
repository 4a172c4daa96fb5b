import { readReading, valueField } from '#app/domain/work/reading.ts'
import { reasonField } from '#app/domain/work/reason-field.ts'
import type { CrewVisit } from '../visits/crew-visit.ts'
import type { Stage } from '../stage.ts'
import { fieldOf, fieldsOf, type SeenEntry } from './entry.ts'
import { instantAt } from './instant-at.ts'

/** What a visit's page and the list of the day both know of a visit. */
export type Course = Pick<CrewVisit, 'id' | 'start' | 'stage' | 'call' | 'called'>

/** An entry may be folded without its photo's address; what isn't taken changes nothing. */
export type Folded = Pick<SeenEntry, 'key' | 'kind' | 'visitId' | 'at' | 'fields' | 'preview'>

/** How the phone reads what was typed. */
export interface Reading {
  zone: string
  /** Whoever holds the phone. */
  name: string
}

/** The entries of a visit that a page doesn't know of yet: waiting, or sent after it was loaded. */
export function unheard<E extends Pick<SeenEntry, 'key' | 'visitId' | 'state' | 'by'>>(
  entries: readonly E[],
  { visitId, heard, by }: { visitId: number; heard: readonly string[]; by: string },
): E[] {
  return entries.filter(
    (entry) =>
      entry.visitId === visitId &&
      entry.by === by &&
      entry.state !== 'refused' &&
      !heard.includes(entry.key),
  )
}

/** A visit as it stands once everything that was done on this phone has been heard (VS-6). */
export function fold(visit: CrewVisit, entries: readonly Folded[], reading: Reading): CrewVisit {
  return entries.reduce((now, entry) => foldEntry(now, entry, reading), visit)
}

/** The same for a list of the day, as far as it tells. */
export function foldCourse<C extends Course>(stop: C, entries: readonly Folded[]): C {
  return entries.reduce((now, entry) => ({ ...now, ...courseAfter(now, entry) }), stop)
}

function courseAfter(visit: Course, entry: Folded): Partial<Course> {
  switch (entry.kind) {
    case 'call':
      return callAfter(visit, entry)
    case 'step':
      return stepAfter(visit, entry)
    case 'finish':
      return visit.stage === 'working' ? { stage: 'finished' } : {}
    case 'signature':
      return visit.stage === 'finished' ? { stage: 'signed' } : {}
    case 'no_show':
      return visit.stage === 'arrived' ? { stage: 'no_show', call: null, called: null } : {}
    default:
      return {}
  }
}

const steps: Partial<Record<string, { from: Stage; to: Stage; time: number }>> = {
  set_out: { from: 'confirmed', to: 'on_the_way', time: 0 },
  arrived: { from: 'on_the_way', to: 'arrived', time: 1 },
  started: { from: 'arrived', to: 'working', time: 2 },
}

function stepAfter(visit: Course, entry: Folded): Partial<Course> {
  const step = steps[fieldOf(entry, 'step')]
  if (!step || visit.stage !== step.from) return {}
  return step.to === 'on_the_way'
    ? { stage: step.to }
    : { stage: step.to, call: null, called: null }
}

function callAfter(visit: Course, entry: Folded): Partial<Course> {
  if (visit.stage !== 'confirmed' && visit.stage !== 'on_the_way') return {}
  const call = Number(fieldOf(entry, 'call')) || 1
  switch (fieldOf(entry, 'outcome')) {
    case 'answered':
      return visit.called ? {} : { call: null, called: { at: entry.at, correctable: true, call } }
    case 'no_answer':
      return visit.call && visit.call.call <= call
        ? { call: { ...visit.call, call: call + 1 } }
        : {}
    case 'not_reached':
      return visit.called
        ? // The call that wasn't answered counts, and so does its correction.
          { called: null, call: { from: entry.at, due: true, call: call + 2 } }
        : {}
    default:
      return {}
  }
}

function foldEntry(visit: CrewVisit, entry: Folded, reading: Reading): CrewVisit {
  const { stage } = visit
  if (stage === 'cancelled' || stage === 'no_show' || stage === 'signed') return visit
  return { ...visit, ...courseAfter(visit, entry), ...detailsAfter(visit, entry, reading) }
}

const field = (entry: Folded, name: string) => fieldOf(entry, name).trim()

function detailsAfter(
  visit: CrewVisit,
  entry: Folded,
  { zone, name }: Reading,
): Partial<CrewVisit> {
  const { key, at } = entry
  switch (entry.kind) {
    case 'call':
      return { calls: callsAfter(visit, entry) }
    case 'step':
      return timesAfter(visit, entry)
    case 'check':
      return visit.stage === 'finished' ? {} : { checks: checksAfter(visit, entry) }
    case 'photo':
      return photoAfter(visit, entry)
    case 'finish':
      return visit.stage === 'working' ? finishedBy(visit, entry) : {}
    case 'signature':
      if (visit.stage !== 'finished') return {}
      return {
        signed: { name: field(entry, 'signer'), at, drawing: field(entry, 'drawing') || null },
      }
    case 'late': {
      const expectedAt = instantAt(visit.start, field(entry, 'expected'), zone)
      const reason = field(entry, 'reason') as NonNullable<CrewVisit['delay']>['reason']
      return { delay: { reason, note: field(entry, 'note'), expectedAt, at } }
    }
    case 'pause': {
      const resting = visit.pauses.some(({ until }) => until === null)
      if (resting || visit.stage !== 'working') return {}
      const reason = field(entry, 'reason') as CrewVisit['pauses'][number]['reason']
      return { pauses: [...visit.pauses, { reason, note: field(entry, 'note'), at, until: null }] }
    }
    case 'resume':
      return { pauses: pausesEnded(visit, at) }
    case 'damage':
      return { damages: damagesAfter(visit, entry) }
    case 'extra':
      return { extras: once(visit.extras, extraOf(entry)) }
    case 'extra_decision':
      return { extras: visit.extras.map((extra) => decided(extra, entry)) }
    case 'inspection': {
      const level = field(entry, 'level') as CrewVisit['inspections'][number]['level']
      const passed = field(entry, 'passed') === 'yes'
      const made = { key, level, passed, note: field(entry, 'note'), at, by: name }
      return { inspections: once(visit.inspections, made) }
    }
    case 'custody':
      return { taken: once(visit.taken, receiptOf(entry)) }
    case 'custody_return':
      return { toGiveBack: visit.toGiveBack.map((receipt) => givenBack(receipt, entry)) }
    case 'no_show':
      return visit.stage === 'arrived' ? { noShow: at } : {}
    case 'not_collected':
      return { notCollectedBecause: field(entry, 'reason') }
    default:
      return {}
  }
}

/** The same try is counted once. */
function callsAfter({ stage, called, calls }: CrewVisit, entry: Folded): number {
  const atDoor = stage === 'arrived'
  if (!atDoor && stage !== 'confirmed' && stage !== 'on_the_way') return calls
  const outcome = field(entry, 'outcome')
  if (outcome === 'not_reached') return called ? calls + 1 : calls
  if (called && !atDoor) return calls
  const known = calls >= (Number(field(entry, 'call')) || 1)
  return known && (atDoor || outcome === 'no_answer') ? calls : calls + 1
}

const once = <T extends { key: string }>(list: readonly T[], item: T): T[] =>
  list.some(({ key }) => key === item.key) ? [...list] : [...list, item]

function timesAfter(visit: CrewVisit, entry: Folded): Partial<CrewVisit> {
  const step = steps[field(entry, 'step')]
  if (!step || visit.stage !== step.from) return {}
  return { times: visit.times.map((time, index) => (index === step.time ? entry.at : time)) }
}

function checksAfter(visit: CrewVisit, entry: Folded): CrewVisit['checks'] {
  const shown = new Set(fieldsOf(entry, 'shown'))
  const done = new Set(fieldsOf(entry, 'done'))
  return visit.checks.map((item) => {
    if (!shown.has(String(item.id))) return item
    if (item.unit === null) return { ...item, done: done.has(String(item.id)), reason: null }
    const value = readReading(field(entry, valueField(item.id)))
    if (Number.isNaN(value)) return item
    return { ...item, done: value !== null, value, reason: null }
  })
}

function photoAfter(visit: CrewVisit, entry: Folded): Partial<CrewVisit> {
  if (!entry.preview || visit.photos.some(({ id }) => id === entry.preview)) return {}
  const stage = field(entry, 'stage') as CrewVisit['photos'][number]['stage']
  const about = field(entry, 'about') || null
  return { photos: [...visit.photos, { id: entry.preview, stage, about }] }
}

function finishedBy(visit: CrewVisit, entry: Folded): Partial<CrewVisit> {
  return {
    outcome: outcomeOf(visit, entry),
    workDone: field(entry, 'workDone'),
    times: visit.times.map((time, index) => (index === 3 ? entry.at : time)),
    pauses: pausesEnded(visit, entry.at),
    checks: visit.checks.map((item) => {
      const reason = field(entry, reasonField(item.id))
      return item.must && !item.done && reason ? { ...item, reason } : item
    }),
  }
}

/** What left the home on this visit is away, whatever was ticked. */
function outcomeOf({ taken }: CrewVisit, entry: Folded): NonNullable<CrewVisit['outcome']> {
  if (field(entry, 'outcome') === 'escalated') return 'escalated'
  const away = taken.some(({ purpose, returned }) => purpose === 'repair' && !returned)
  return away ? 'taken_away' : 'done'
}

function damagesAfter({ damages }: CrewVisit, entry: Folded): CrewVisit['damages'] {
  const { key, at } = entry
  const acknowledgedBy = field(entry, 'acknowledgedBy') || null
  const seen = { acknowledgedBy, acknowledgedAt: acknowledgedBy && at }
  const before = field(entry, 'damage')
  if (!before) return once(damages, { key, what: field(entry, 'what'), at, ...seen })
  return damages.map((damage) =>
    damage.key === before && damage.acknowledgedBy === null ? { ...damage, ...seen } : damage,
  )
}

const pausesEnded = ({ pauses }: CrewVisit, until: string) =>
  pauses.map((pause) => (pause.until === null ? { ...pause, until } : pause))

function extraOf(entry: Folded): CrewVisit['extras'][number] {
  const price = Number(field(entry, 'price').normalize('NFKC'))
  return {
    key: entry.key,
    what: field(entry, 'what'),
    minutes: Number(field(entry, 'minutes')) || 0,
    price: Math.round(price * 100) || 0,
    currency: 'CNY',
    at: entry.at,
    decision: null,
    by: null,
    decidedAt: null,
  }
}

function decided(extra: CrewVisit['extras'][number], entry: Folded) {
  if (extra.key !== field(entry, 'extra') || extra.decision !== null) return extra
  const decision = field(entry, 'decision') as NonNullable<typeof extra.decision>
  const by = decision === 'withdrawn' ? null : field(entry, 'name')
  return { ...extra, decision, by, decidedAt: entry.at }
}

function receiptOf(entry: Folded): CrewVisit['taken'][number] {
  return {
    key: entry.key,
    number: null,
    purpose: field(entry, 'purpose') as CrewVisit['taken'][number]['purpose'],
    item: field(entry, 'item'),
    condition: field(entry, 'condition'),
    reason: field(entry, 'reason'),
    backOn: field(entry, 'backOn') || null,
    takenAt: entry.at,
    handedBy: field(entry, 'handedBy'),
    returned: null,
  }
}

function givenBack(receipt: CrewVisit['toGiveBack'][number], entry: Folded) {
  if (receipt.key !== field(entry, 'receipt') || receipt.returned) return receipt
  const reclaimed = field(entry, 'reclaimed') === 'yes'
  return {
    ...receipt,
    returned: { at: entry.at, receivedBy: field(entry, 'receivedBy'), reclaimed },
  }
}
