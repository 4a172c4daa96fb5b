import { canMoveComplaint } from '#db/vocabulary/complaints.ts'
import { everybody, type WholeComplaint } from '#app/domain/complaints/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'

export type ComplaintView = Awaited<ReturnType<typeof complaintView>>
export type FaultView = ComplaintView['faults'][number]

/** A complaint as its page shows it, and what this colleague may do with it as it stands. */
export async function complaintView(ctx: Ctx<StaffActor>, whole: WholeComplaint) {
  const { complaint, ticket, visit, names } = whole
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const named = (both: { zh: string; en: string } | null) =>
    both && (ctx.locale === 'en' ? both.en : both.zh)
  const { status } = complaint
  const going = status === 'open' || status === 'investigating' || status === 'answered'
  return {
    number: ticket.number,
    version: complaint.version,
    status,
    about: complaint.about,
    openedAt: complaint.openedAt.toISOString(),
    me: ctx.actor.id,
    owner: ticket.ownerId,
    ownerName: nameOf(ticket.ownerId),
    owners: whole.owners,
    customer: ticket.name,
    phone: ticket.phone,
    product: ticket.product,
    channel: ticket.channel,
    words: ticket.description,
    cause: complaint.cause,
    answer:
      complaint.resolution !== null && complaint.answeredAt
        ? {
            words: complaint.resolution,
            at: complaint.answeredAt.toISOString(),
            by: nameOf(complaint.answeredBy),
          }
        : null,
    verdict:
      complaint.verdict && complaint.verdictAt
        ? {
            verdict: complaint.verdict,
            words: complaint.verdictWords,
            at: complaint.verdictAt.toISOString(),
            by: nameOf(complaint.verdictBy),
          }
        : null,
    closed: complaint.closedAt && {
      at: complaint.closedAt.toISOString(),
      by: nameOf(complaint.closedBy),
      because: complaint.closedBecause,
    },
    visit: visit && {
      id: visit.id,
      skill: visit.skill,
      status: visit.status,
      start: visit.windowStart.toISOString(),
      end: visit.windowEnd.toISOString(),
      arrivedAt: visit.arrivedAt?.toISOString() ?? null,
      crew: named(visit.crew),
    },
    people: whole.people.map(({ crew, ...person }) => ({ ...person, crew: named(crew) })),
    suggested: whole.suggested,
    everybody: going ? await everybody(ctx) : [],
    findings: whole.findings.map(({ at, ...finding }) => ({ ...finding, at: at.toISOString() })),
    faults: whole.faults.map(({ raisedAt, answerBy, answeredAt, decidedAt, ...fault }) => ({
      ...fault,
      raisedBy: nameOf(fault.raisedBy),
      decidedBy: nameOf(fault.decidedBy),
      raisedAt: raisedAt.toISOString(),
      answerBy: answerBy.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      decidedAt: decidedAt?.toISOString() ?? null,
      heard: answeredAt !== null || answerBy <= ctx.now(),
    })),
    may: {
      change: going,
      answer: canMoveComplaint(status, 'answered'),
      verdict: status === 'answered',
      close: status === 'answered' && whole.unreached,
      reopen: status === 'answered' || status === 'closed',
      faults: may(ctx.actor, 'fault:decide') && status !== 'withdrawn',
      visits: may(ctx.actor, 'visit:read'),
    },
  }
}
