import { claimsOfCase } from '#app/domain/claims/read-claim.server.ts'
import { answerableNames, readAnswerable } from '#app/domain/returns/read-answerable.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { newToken } from '#app/platform/tokens.server.ts'

export type AnswerableView = Awaited<ReturnType<typeof answerableView>>

/** RX-5: cause, shares and claims of a case, as far as this colleague may know them. */
export async function answerableView(ctx: Ctx<StaffActor>, number: string) {
  const { actor } = ctx
  const read = await readAnswerable(ctx, number)
  const writes = may(actor, 'return:answerable') && read.status !== 'cancelled'
  const [names, claims] = await Promise.all([
    writes ? answerableNames(ctx) : null,
    may(actor, 'claim:read') ? claimsOfCase(ctx, number) : null,
  ])
  return {
    ...read,
    submissionKey: newToken(),
    names,
    mayApprove: may(actor, 'return:approve'),
    claims: claims && {
      made: claims.claims,
      mayMake: claims.offer !== null && may(actor, 'claim:manage'),
    },
  }
}
