import { readFollowUp } from '#app/domain/follow-ups/read-follow-up.server.ts'
import { formatter } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addDays, companyZone, dayOf, timeOf } from '#app/platform/time.server.ts'

/** The calling screen's facts, in the caller's language, and what to say in the customer's. */
export async function callView(ctx: Ctx<StaffActor>, id: number) {
  const { company, ticket, visit, ...rest } = await readFollowUp(ctx, id)
  const { crew, ...facts } = visit
  return {
    ...rest,
    ticket,
    visit: { ...facts, crew: crew && (ctx.locale === 'en' ? crew.en : crew.zh) },
    callBackAt: callBackAt(ctx.now()),
    script: translate(ticket.locale)(`followUps:script.${visit.skill}`, {
      name: ticket.name,
      company: ticket.locale === 'en' ? company.nameEn : company.nameZh,
      caller: ctx.actor.name,
      product: ticket.product,
      when: formatter(ticket.locale, companyZone(), ctx.now()).day(
        visit.finishedAt ?? visit.windowStart,
      ),
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
