import { holidays, leaves, shiftExceptions } from '#db/schema/crews.ts'
import type { Db } from '#db/client.server.ts'
import { addDays, addHours, dayOf, instantAt } from '#app/platform/time.server.ts'
import type { Crew } from './crews.server.ts'
import { insertAll, withIds } from './insert.server.ts'
import type { Team } from './people.server.ts'
import { isOnShift, windows } from './roster.server.ts'

type Leave = typeof leaves.$inferInsert

interface Absence {
  crew: Crew
  day: string
  /** Places in the list of windows. */
  windows: readonly number[]
  row: Leave
}

export interface TimeOff {
  /** Waits to be decided, asked in good time. */
  whole: Absence
  /** Waits to be decided, asked late (DS-3). */
  half: Absence
  /** Decided; one visit of that day must move. */
  granted: Absence
}

/** Days after today that nobody is told to come on. */
const holidayAfter = 20
const trainingAfter = 9

export function makeTimeOff(now: Date, crews: readonly Crew[], team: Team): TimeOff {
  const today = dayOf(now)
  const in62 = [3, 2].map((days) => addDays(today, days)).find(askedBefore('00:00', 62))!
  const in27 = [1, 0].map((days) => addDays(today, days)).find(askedBefore('13:30', 27))!
  const fitters = crewNamed('苏州安装组')
  const off = [4, 5].map((days) => addDays(today, days)).find((day) => isOnShift(fitters, day, 0))!

  function askedBefore(time: string, hours: number) {
    return (day: string) => addHours(instantAt(day, time), -hours) <= now
  }
  function crewNamed(name: string): Crew {
    return crews.find(({ nameZh }) => nameZh === name)!
  }
  function absent(
    crew: Crew,
    day: string,
    [from, to]: [string, string],
    reason: string,
    hours: number,
  ) {
    const startsAt = instantAt(day, from)
    const member = team.crews[crew.place]![0]!
    const row: Leave = {
      crewId: crew.id,
      staffId: member.id,
      startsAt,
      endsAt: instantAt(day, to),
      reason,
      askedBy: member.id,
      askedAt: addHours(startsAt, -hours),
    }
    const missed = windows.flatMap(([start, end], i) =>
      start < to && from < end && isOnShift(crew, day, i) ? [i] : [],
    )
    return { crew, day, row, windows: missed }
  }

  const whole = absent(crewNamed('园区安装三组'), in62, ['00:00', '24:00'], '回老家参加婚礼', 62)
  const half = absent(crewNamed('姑苏维修三组'), in27, ['13:30', '18:00'], '陪孩子看牙', 27)
  const granted = absent(fitters, off, ['00:00', '24:00'], '车辆年检和保养', 120)
  Object.assign(granted.row, {
    staffId: null,
    status: 'approved',
    decidedBy: team.manager.id,
    decidedAt: addHours(now, -2),
    decision: '可以，原定的上门请改派。',
  } satisfies Partial<Leave>)
  granted.row.askedAt = addHours(now, -20)
  return { whole, half, granted }
}

export async function insertTimeOff(
  tx: Db,
  now: Date,
  crews: readonly Crew[],
  team: Team,
  { granted, whole, half }: TimeOff,
): Promise<void> {
  const rows = [granted, whole, half].map(({ row }) => row)
  await insertAll(tx, leaves, await withIds(tx, leaves, rows))
  const today = dayOf(now)
  const training = {
    crewId: crews[1]!.id,
    day: addDays(today, trainingAfter),
    startsAt: '13:30',
    endsAt: '20:00',
    note: '上午新品培训',
    madeBy: team.dispatcher.id,
    createdAt: addHours(now, -72),
  }
  await insertAll(tx, shiftExceptions, await withIds(tx, shiftExceptions, [training]))
  await tx.insert(holidays).values({
    day: addDays(today, holidayAfter),
    nameZh: '公司盘点日',
    nameEn: 'Stocktaking',
  })
}
