import type { z } from 'zod'
import type { EntryKind } from '#db/vocabulary/work.ts'
import { giveBack, notCollected, takeAway } from '#app/domain/custody/index.server.ts'
import { callAhead, noShow, tellLate } from '#app/domain/visits/index.server.ts'
import {
  addVisitPhotos,
  decideExtra,
  finishVisit,
  inspectWork,
  noteDamage,
  pauseWork,
  proposeExtra,
  recordChecks,
  recordStep,
  type RefusedFile,
  resumeWork,
  type SentFile,
  signVisit,
} from '#app/domain/work/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import type { EntryForms } from './entry-forms.ts'

/** What comes with an entry beside its form. */
export interface EntryExtras {
  files: SentFile[]
  /** When we received it. */
  receivedAt: Date
  /** It was done so long ago that what it would tell a customer is no news any more. */
  stale: boolean
}

type Taker<K extends EntryKind> = (
  ctx: Ctx<StaffActor>,
  visitId: number,
  form: z.output<EntryForms[K]>,
  extras: EntryExtras,
) => Promise<unknown>

/** Each entry is taken by the verb of its kind, as if it had been sent when it was done. */
export const takers: { [K in EntryKind]: Taker<K> } = {
  call: callAhead,
  late: (ctx, id, form, { receivedAt: heardAt }) => tellLate(ctx, id, form, { heardAt }),
  step: recordStep,
  check: recordChecks,
  photo: async (ctx, id, form, { files }) => refuse(await addVisitPhotos(ctx, id, form, files)),
  damage: noteDamage,
  pause: pauseWork,
  resume: (ctx, id) => resumeWork(ctx, id),
  extra: proposeExtra,
  extra_decision: decideExtra,
  inspection: inspectWork,
  custody: takeAway,
  custody_return: giveBack,
  not_collected: notCollected,
  no_show: (ctx, id, { note }) => noShow(ctx, id, { side: 'customer', note }),
  finish: finishVisit,
  signature: signVisit,
}

const photoRefusals = {
  too_big: 'photoTooBig',
  not_allowed: 'photoNotAllowed',
  damaged: 'photoDamaged',
  empty: 'photoEmpty',
} as const

/** An entry carries one photo. */
function refuse([refused]: RefusedFile[]): void {
  if (refused) throw invalid(photoRefusals[refused.reason], { name: refused.name })
}
