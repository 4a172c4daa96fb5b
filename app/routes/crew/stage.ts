import type { Skill, VisitStatus } from '#db/vocabulary/visits.ts'
import type { Translate } from '#app/i18n/keys.ts'
import type { IconName } from '#app/ui/icons.tsx'
import type { Tone } from '#app/ui/tone.ts'

/** Where a visit stands for its crew: its status, and once finished whether the customer has signed. */
export type Stage = Exclude<VisitStatus, 'proposed'> | 'signed'

export const stageOf = (visit: { status: VisitStatus; signed: boolean }): Stage =>
  visit.signed ? 'signed' : visit.status === 'proposed' ? 'confirmed' : visit.status

export const stageLook: Record<Stage, { tone: Tone; icon: IconName }> = {
  confirmed: { tone: 'waiting', icon: 'clock' },
  on_the_way: { tone: 'active', icon: 'half' },
  arrived: { tone: 'active', icon: 'half' },
  working: { tone: 'active', icon: 'half' },
  finished: { tone: 'active', icon: 'half' },
  signed: { tone: 'done', icon: 'done' },
  cancelled: { tone: 'idle', icon: 'idle' },
}

export function stageWord(t: Translate, stage: Stage, skill: Skill): string {
  if (stage === 'finished') return t('crew:status.toSign')
  return t(`crew:status.${stage}`, { skill: t(`words:skill.${skill}`) })
}

/** The one step that a tap records now, if a tap is all it needs. */
export const tapStep = {
  confirmed: 'set_out',
  on_the_way: 'arrived',
  arrived: 'started',
} as const satisfies Partial<Record<Stage, string>>

export const hasTapStep = (stage: Stage): stage is keyof typeof tapStep => stage in tapStep
