import type { z } from 'zod'
import type { EntryKind } from '#db/vocabulary/work.ts'
import { GiveBackForm } from '#app/domain/custody/give-back-form.ts'
import { NotCollectedForm } from '#app/domain/custody/not-collected-form.ts'
import { TakeAwayForm } from '#app/domain/custody/take-away-form.ts'
import { CallAheadForm } from '#app/domain/visits/call-ahead-form.ts'
import { NoShowForm } from '#app/domain/visits/no-show-form.ts'
import { TellLateForm } from '#app/domain/visits/tell-late-form.ts'
import { AddVisitPhotosForm } from '#app/domain/work/add-photos-form.ts'
import { DecideExtraForm, ProposeExtraForm } from '#app/domain/work/extra-form.ts'
import { FinishVisitForm } from '#app/domain/work/finish-visit-form.ts'
import { InspectWorkForm } from '#app/domain/work/inspect-work-form.ts'
import { NoteDamageForm } from '#app/domain/work/note-damage-form.ts'
import { PauseWorkForm, ResumeWorkForm } from '#app/domain/work/pause-work-form.ts'
import { RecordChecksForm } from '#app/domain/work/record-checks-form.ts'
import { RecordStepForm } from '#app/domain/work/record-step-form.ts'
import { SignVisitForm } from '#app/domain/work/sign-visit-form.ts'

/** VS-6: an entry is a form that a phone kept; each kind has its own. */
export const entryForms = {
  call: CallAheadForm,
  late: TellLateForm,
  step: RecordStepForm,
  check: RecordChecksForm,
  photo: AddVisitPhotosForm,
  damage: NoteDamageForm,
  pause: PauseWorkForm,
  resume: ResumeWorkForm,
  extra: ProposeExtraForm,
  extra_decision: DecideExtraForm,
  inspection: InspectWorkForm,
  custody: TakeAwayForm,
  custody_return: GiveBackForm,
  not_collected: NotCollectedForm,
  no_show: NoShowForm,
  finish: FinishVisitForm,
  signature: SignVisitForm,
} as const satisfies Record<EntryKind, z.ZodType>

export type EntryForms = typeof entryForms
