import type { Skill, VisitStatus } from '#db/vocabulary/visits.ts'
import type { NoShowSide } from '#db/vocabulary/work.ts'
import type { Translate } from '#app/i18n/keys.ts'
import type { IconName } from '#app/ui/icons.tsx'
import type { Tone } from '#app/ui/tone.ts'

/**
 * Where a visit stands for its crew: its status, once finished whether the customer has signed, and whether it ended
 * because nobody opened.
 */
export type Stage = Exclude<VisitStatus, 'proposed'> | 'signed' | 'no_show'

export function stageOf(visit: {
  status: VisitStatus
  signed: boolean
  noShow: NoShowSide | null
}): Stage {
  if (visit.signed) return 'signed'
  if (visit.noShow === 'customer') return 'no_show'
  return visit.status === 'proposed' ? 'confirmed' : visit.status
}

/** Nothing is left to do there. */
export const isOver = (stage: Stage): boolean =>
  stage === 'finished' || stage === 'signed' || stage === 'no_show'

/** The crew isn't there yet. */
export const isAhead = (stage: Stage): boolean => stage === 'confirmed' || stage === 'on_the_way'

export const stageLook: Record<Stage, { tone: Tone; icon: IconName }> = {
  confirmed: { tone: 'waiting', icon: 'clock' },
  on_the_way: { tone: 'active', icon: 'half' },
  arrived: { tone: 'active', icon: 'half' },
  working: { tone: 'active', icon: 'half' },
  finished: { tone: 'active', icon: 'half' },
  signed: { tone: 'done', icon: 'done' },
  cancelled: { tone: 'idle', icon: 'idle' },
  no_show: { tone: 'done', icon: 'door' },
}

export function stageWord(t: Translate, stage: Stage, skill: Skill): string {
  if (stage === 'finished') return t('crew:status.toSign')
  if (stage === 'no_show') return t('words:entry.no_show')
  return t(`crew:status.${stage}`, { skill: t(`words:skill.${skill}`) })
}

/** The one step that a tap records now, if a tap is all it needs. */
export const tapStep = {
  confirmed: 'set_out',
  on_the_way: 'arrived',
  arrived: 'started',
} as const satisfies Partial<Record<Stage, string>>

export const hasTapStep = (stage: Stage): stage is keyof typeof tapStep => stage in tapStep
