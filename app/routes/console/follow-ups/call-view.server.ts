import { readFollowUp } from '#app/domain/follow-ups/read-follow-up.server.ts'
import { readScript } from '#app/domain/follow-ups/read-script.server.ts'
import { fillScript } from '#app/domain/follow-ups/script-values.ts'
import { formatter } from '#app/i18n/format.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addDays, companyZone, dayOf, timeOf } from '#app/platform/time.server.ts'

/** The calling screen's facts, in the caller's language, and what to say in the customer's. */
export async function callView(ctx: Ctx<StaffActor>, id: number) {
  const { company, ...call } = await readFollowUp(ctx, id)
  const { kind, ticket, visit } = call
  const script = await readScript(ctx, kind === 'visit' ? (visit?.skill ?? 'repair') : kind)
  const inEnglish = ticket.locale === 'en'
  const about = visit?.finishedAt ?? visit?.windowStart ?? ticket.createdAt
  return {
    ...call,
    visit: visit && {
      ...visit,
      crew: visit.crew && (ctx.locale === 'en' ? visit.crew.en : visit.crew.zh),
    },
    callBackAt: callBackAt(ctx.now()),
    script: fillScript(inEnglish ? script.textEn : script.textZh, {
      name: ticket.name,
      company: inEnglish ? company.nameEn : company.nameZh,
      caller: ctx.actor.name,
      product: ticket.product,
      when: formatter(ticket.locale, companyZone(), ctx.now()).day(about),
    }),
  }
}

/** When most people can be reached next: this evening, or tomorrow before noon. */
function callBackAt(now: Date) {
  const today = dayOf(now)
  return timeOf(now) < '18:00'
    ? { day: today, time: '18:00' }
    : { day: addDays(today, 1), time: '10:30' }
}

export type CallView = Awaited<ReturnType<typeof callView>>
