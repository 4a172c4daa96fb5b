import type { Skill } from '#db/vocabulary/visits.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { CrewsView } from './crews-view.server.ts'

/** What speaks for a crew, and what against (DS-1). */
export function useCrewReasons({ skill, crewId }: { skill: Skill; crewId: number | null }) {
  const { t, format } = useWords()
  return {
    reasons(crew: CrewsView['free'][number]) {
      const { visits: count, minutes } = crew.load
      return [
        crew.id === crewId && t('visits:assign.current'),
        crew.lastTime && t('visits:assign.lastTime'),
        crew.way !== null && t('visits:assign.way', { minutes: format.minutes(crew.way) }),
        crew.short > 0 && t('visits:assign.short', { minutes: format.minutes(crew.short) }),
        crew.area &&
          t(crew.atHome ? 'visits:assign.atHome' : 'visits:assign.area', { area: crew.area }),
        count > 0
          ? t('visits:assign.load', { count, minutes: format.minutes(minutes) })
          : t('visits:assign.loadNone'),
        t('visits:assign.skills', {
          skills: crew.skills.map((one) => t(`words:skill.${one}`)).join(t('visits:assign.and')),
        }),
        crew.rating && t('visits:assign.rating', crew.rating),
      ]
        .filter(Boolean)
        .join(t('comma'))
    },
    why({ why, taken }: CrewsView['busy'][number]) {
      if (why === 'skill') return t('visits:assign.skill', { skill: t(`words:skill.${skill}`) })
      if (why === 'area') return t('visits:assign.elsewhere')
      if (why === 'off_shift') return t('visits:assign.offShift')
      if (why === 'window_over') return t('visits:assign.windowOver')
      return taken
        ? t('visits:assign.busy', { span: format.span(taken.start, taken.end) })
        : t('visits:assign.busyAll')
    },
  }
}
