import type { readCrew } from '#app/domain/crews/read-crew.server.ts'
import { hoursText } from '#app/platform/day-hours.ts'
import { changeViews } from '../history.server.ts'
import { leaveTimes } from '#app/routes/leave-view.server.ts'
import { strandView } from '../strands-reply.server.ts'

type Crew = Awaited<ReturnType<typeof readCrew>>

/** A crew as plain facts for its page. */
export function crewView(id: number, crew: Crew) {
  return {
    id,
    active: crew.active,
    skills: crew.skills,
    vehicle: crew.vehicle,
    membersNeeded: crew.membersNeeded,
    members: crew.members,
    homeArea: crew.homeArea && { zh: crew.homeArea.nameZh, en: crew.homeArea.nameEn },
    areas: crew.areas.map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn })),
    rotationWeeks: crew.pattern.rotationWeeks,
    rotationFrom: crew.pattern.rotationFrom,
    weekNow: crew.weekNow,
    hours: crew.pattern.hours.map(({ week, weekday, hours }) => ({
      week,
      weekday,
      text: hoursText(hours),
    })),
    exceptions: exceptionDays(crew.exceptions),
    leave: crew.leave.map((leave) => ({
      id: leave.id,
      member: leave.member,
      status: leave.status,
      ...leaveTimes(leave),
    })),
    stranded: crew.stranded.map(strandView),
    changes: changeViews(crew.changes),
  }
}
export type CrewView = ReturnType<typeof crewView>

/** One line a day, whatever the number of its spans. */
function exceptionDays(rows: Crew['exceptions']) {
  const days = [...new Set(rows.map(({ day }) => day))]
  return days.map((day) => {
    const ofDay = rows.filter((row) => row.day === day)
    const hours = ofDay.flatMap(({ startsAt, endsAt }) =>
      startsAt && endsAt ? [{ from: startsAt.slice(0, 5), to: endsAt.slice(0, 5) }] : [],
    )
    return { day, note: ofDay[0]?.note ?? '', text: hoursText(hours) }
  })
}
