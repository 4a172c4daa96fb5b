import type { Db } from '#db/client.server.ts'
import { dutyShifts } from '#db/schema/desk.ts'
import { addDays, weekdayOf } from '#app/platform/time.server.ts'
import { insertAll } from './insert.server.ts'
import type { Telling } from './telling.ts'

const days = 21
const early = { startsAt: '08:30', endsAt: '15:30' }
const late = { startsAt: '15:00', endsAt: '22:00' }

/** Who answers the hotline: last week, this one and the next, by turns; nobody on the last evening. */
export async function insertDuty(db: Db, { today, team }: Telling): Promise<void> {
  const monday = addDays(today, 1 - weekdayOf(today))
  const people = [...team.desk, team.caller]
  const rows = Array.from({ length: days }, (_, i) => {
    const day = addDays(monday, i - 7)
    const [first, second] = [people[i % people.length]!, people[(i + 1) % people.length]!]
    const shifts = [{ ...early, day, staffId: first.id }]
    if (i < days - 1 && second !== first) shifts.push({ ...late, day, staffId: second.id })
    return shifts
  })
  await insertAll(db, dutyShifts, rows.flat())
}
