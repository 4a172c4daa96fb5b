import { returnConsequences } from '#db/schema/returns.ts'
import type { ConsequenceKind, Plan } from '#db/vocabulary/returns.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { instantAt } from '#app/platform/time.server.ts'
import { consequencesOf } from './consequences-of-decision.ts'
import type { Found } from './find-case.server.ts'

/** RX-4: writes down what a decision sets going; a visit is in no window before the day its goods are promised. */
export async function makeConsequences(
  tx: Tx,
  { case: one }: Found,
  decision: { id: number; currency: string },
  plan: Plan,
): Promise<void> {
  const made = new Map<ConsequenceKind, { id: number; promisedOn: string | null }>()
  for (const planned of consequencesOf(plan, one.product)) {
    const { after, promisedOn, ...facts } = planned
    const gate = after === undefined ? undefined : made.get(after)
    const isVisit = planned.skill !== undefined
    const [row] = await tx.db
      .insert(returnConsequences)
      .values({
        ...facts,
        caseId: one.id,
        decisionId: decision.id,
        promisedOn: promisedOn ?? null,
        afterId: gate?.id ?? null,
        notBefore: isVisit && gate?.promisedOn ? instantAt(gate.promisedOn, '00:00') : null,
        currency: planned.amount === undefined ? null : decision.currency,
        madeAt: tx.now(),
      })
      .returning({ id: returnConsequences.id, promisedOn: returnConsequences.promisedOn })
    made.set(planned.kind, row!)
  }
}
