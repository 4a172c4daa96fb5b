import { describe, expect, test } from 'vitest'
import {
  type DropCrew,
  type DropVisit,
  earliestDrop,
  judgeDrop,
  nobodyTakes,
  type Pace,
} from '#app/routes/console/dispatch/judge-drop.ts'

const pace: Pace = { detour: 1.3, approachMinutes: 5, usualSpeed: 25, speeds: { 1: 25 } }
const at = (hours: number, minutes = 0) => hours * 60 + minutes
const later = { now: null, pace }

const visit = (facts: Partial<DropVisit> = {}): DropVisit => ({
  id: 1,
  skill: 'repair',
  areaId: 1,
  point: { lat: 31.2, lng: 121.5 },
  minutes: 60,
  window: { from: at(9), to: at(12) },
  movable: true,
  ...facts,
})

const crew = (facts: Partial<DropCrew> = {}): DropCrew => ({
  id: 7,
  name: 'Repairs 1',
  active: true,
  skills: ['repair'],
  areaIds: [1],
  working: [{ from: at(8), to: at(18) }],
  base: { point: { lat: 31.2, lng: 121.5 }, areaId: 1 },
  taken: [],
  ...facts,
})

const other = (from: number, to: number, facts: Partial<DropCrew['taken'][number]> = {}) => ({
  id: 2,
  name: 'Lin Wei',
  areaId: 1,
  point: { lat: 31.2, lng: 121.5 },
  from,
  to,
  ...facts,
})

const whyNot = (one: DropVisit, by: DropCrew, start: number, now: number | null = null) => {
  const verdict = judgeDrop(one, by, start, { now, pace })
  return verdict.allowed ? null : verdict.why
}

describe('DS-1 whether a visit may be put down', () => {
  test('a crew with the skill, in the area, on shift and free takes it within its window', () => {
    const verdict = judgeDrop(visit(), crew(), at(10), later)
    expect(verdict).toEqual({ allowed: true, way: 5, short: false })
  })

  test.each<[string, Partial<DropVisit>, Partial<DropCrew>, number, number | null, string | null]>([
    ['the crew has set out', { movable: false }, {}, at(10), null, 'underWay'],
    ['out of use', {}, { active: false }, at(10), null, 'crewInactive'],
    ['another skill', {}, { skills: ['survey'] }, at(10), null, 'skill'],
    ['another area', {}, { areaIds: [2] }, at(10), null, 'area'],
    ['a crew without areas goes anywhere', {}, { areaIds: [] }, at(10), null, null],
    ['a visit without an area is anybody’s', { areaId: null }, {}, at(10), null, null],
    ['the window is over', {}, {}, at(11), at(12), 'windowOver'],
    ['before the window', {}, {}, at(8, 55), null, 'window'],
    ['at its end', {}, {}, at(12), null, 'window'],
    ['at its last moment', {}, {}, at(11, 55), null, null],
    ['in the past', {}, {}, at(9, 30), at(10), 'past'],
    ['in these five minutes', {}, {}, at(10), at(10, 4), null],
    ['before the shift', {}, { working: [{ from: at(10), to: at(18) }] }, at(9), null, 'shift'],
    ['beyond the shift', {}, { working: [{ from: at(8), to: at(11, 30) }] }, at(11), null, 'shift'],
    ['across a break of the shift', {}, { working: [] }, at(10), null, 'shift'],
    ['another visit there', {}, { taken: [other(at(10, 30), at(11))] }, at(10), null, 'overlap'],
    ['right after another', {}, { taken: [other(at(9), at(10))] }, at(10), null, null],
    ['right before another', {}, { taken: [other(at(11), at(12))] }, at(10), null, null],
    [
      'over its own old place',
      {},
      { taken: [other(at(10), at(11), { id: 1 })] },
      at(10, 15),
      null,
      null,
    ],
  ])('%s', (_, facts, about, start, now, why) => {
    expect(whyNot(visit(facts), crew(about), start, now)).toBe(why)
  })

  test('it says with whom and when the crew is', () => {
    const taken = [other(at(10, 30), at(11))]
    expect(judgeDrop(visit(), crew({ taken }), at(10), later)).toEqual({
      allowed: false,
      why: 'overlap',
      name: 'Lin Wei',
      from: at(10, 30),
      to: at(11),
    })
  })

  test('a way longer than the gap is told, and forbids nothing', () => {
    const far = other(at(9), at(9, 50), { point: { lat: 31.4, lng: 121.5 } })
    const verdict = judgeDrop(visit(), crew({ taken: [far] }), at(10), later)
    expect(verdict).toMatchObject({ allowed: true, short: true })
    expect(judgeDrop(visit(), crew({ taken: [far] }), at(11, 55), later)).toMatchObject({
      short: false,
    })
  })

  test('the way is unknown when nobody knows where the crew sets out', () => {
    const base = { point: null, areaId: null }
    expect(judgeDrop(visit(), crew({ base }), at(10), later)).toMatchObject({ way: null })
  })
})

describe('the earliest place of a visit with a crew', () => {
  test('the window’s beginning, the shift’s, or the end of what is there', () => {
    expect(earliestDrop(visit(), crew(), later)).toBe(at(9))
    const late = crew({ working: [{ from: at(9, 30), to: at(18) }] })
    expect(earliestDrop(visit(), late, later)).toBe(at(9, 30))
    const busy = crew({ taken: [other(at(8), at(9, 40))] })
    expect(earliestDrop(visit(), busy, later)).toBe(at(9, 40))
  })

  test('from now on, in whole five minutes', () => {
    expect(earliestDrop(visit(), crew(), { now: at(10, 2), pace })).toBe(at(10, 5))
  })

  test('none when the window is full', () => {
    const full = crew({ taken: [other(at(8), at(12))] })
    expect(earliestDrop(visit(), full, later)).toBeNull()
  })
})

describe('why nobody can take a visit', () => {
  test.each<[string, DropCrew[], number | null, string | null]>([
    ['somebody can', [crew()], null, null],
    ['its window is over', [crew()], at(13), 'windowOver'],
    ['nobody does it', [crew({ skills: ['survey'] })], null, 'skill'],
    ['nobody comes there', [crew({ areaIds: [2] })], null, 'area'],
    ['all are taken', [crew({ taken: [other(at(8), at(13))] })], null, 'full'],
  ])('%s', (_, crews, now, why) => {
    expect(nobodyTakes(visit(), crews, { now, pace })).toBe(why)
  })
})
