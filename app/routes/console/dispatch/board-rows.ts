import type { Skill, VisitStatus } from '#db/vocabulary/visits.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { BoardRow } from '#app/ui/console/board.tsx'
import { type StatusLook, visitStatusLook } from '#app/ui/console/status.tsx'
import type { BoardCrew, Delay } from './board-view.server.ts'

const delayLook = {
  uncalled: { tone: 'waiting', icon: 'call' },
  late: { tone: 'trouble', icon: 's-late' },
  risk: { tone: 'waiting', icon: 's-risk' },
} as const satisfies Record<string, StatusLook>

export const lookOf = (status: VisitStatus, delay: Delay): StatusLook =>
  delay === 'none'
    ? status === 'confirmed'
      ? { tone: 'idle', icon: 's-plan' }
      : visitStatusLook[status]
    : delayLook[delay]

/** Crews and their visits in the reader's words. */
export function useBoardRows(crews: BoardCrew[]): BoardRow[] {
  const { t, format, locale } = useWords()
  const en = locale === 'en'
  const comma = en ? ', ' : '、'
  return crews.map((crew) => {
    const shift = crew.shifts.map(({ start, end }) => format.span(start, end)).join(comma)
    const skills = crew.skills.map((skill) => t(`words:skill.${skill as Skill}`)).join(comma)
    return {
      key: String(crew.id),
      name: en ? crew.en : crew.zh,
      under: `${skills} ${shift || t('visits:dispatch.noShift')}`,
      members: crew.members.join(comma),
      working: crew.working,
      stops: crew.visits.map((visit) => {
        const delayed = visit.delay === 'none' ? null : t(`visits:dispatch.${visit.delay}`)
        return {
          key: String(visit.id),
          href: `/console/visits/${visit.id}`,
          span: visit.span,
          look: lookOf(visit.status, visit.delay),
          late: visit.delay === 'risk',
          label: delayed ?? t(`words:visitStatus.${visit.status}`),
          time: format.span(visit.start, visit.end),
          name: visit.name,
          what: delayed ? `${delayed}${en ? ', ' : '，'}${visit.work}` : visit.work,
        }
      }),
    }
  })
}
