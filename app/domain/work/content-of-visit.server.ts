import { asc, eq, or } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { custodyReceipts } from '#db/schema/custody.ts'
import { attachments } from '#db/schema/tickets.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import type { Visit } from '#app/domain/visits/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { visitPhotoStages } from './add-photos-form.ts'
import { checksOfVisit } from './record-checks.server.ts'
import { workOfVisit } from './work-of-visit.server.ts'

/** Everything the customer is shown before signing: what is kept of it forever (VS-3). */
export async function contentOf(tx: Tx, ticket: Ticket, visit: Visit) {
  const [crew] = await tx.db
    .select({ id: crews.id, nameZh: crews.nameZh, nameEn: crews.nameEn })
    .from(crews)
    .where(eq(crews.id, visit.crewId!))
  const { delays, pauses, damages, extras, inspections } = await workOfVisit(tx, visit.id)
  const pictures = await picturesOf(tx, visit)
  return {
    ticket: ticket.number,
    visit: visit.id,
    customer: { name: ticket.name, address: ticket.address },
    product: ticket.product,
    skill: visit.skill,
    crew,
    window: { start: visit.windowStart, end: visit.windowEnd },
    times: {
      setOut: visit.setOutAt,
      arrived: visit.arrivedAt,
      started: visit.startedAt,
      finished: visit.finishedAt,
    },
    work: visit.work,
    workDone: visit.workDone,
    outcome: visit.outcome ?? 'done',
    notCollectedBecause: visit.notCollectedBecause,
    checklist: await checksOfVisit(tx, visit),
    photos: pictures.filter(({ stage }) => stage !== 'consent'),
    consents: pictures
      .filter(({ stage }) => stage === 'consent')
      .map(({ sha256, about }) => ({ sha256, about })),
    delays,
    pauses,
    damages,
    extras,
    inspections,
    ...(await custodyOf(tx, visit)),
  }
}

/** The photos of the work and what was signed on the way, earliest first. */
async function picturesOf(tx: Tx, { id }: Visit) {
  const stages: readonly string[] = [...visitPhotoStages, 'consent']
  const rows = await tx.db
    .select({ stage: attachments.stage, sha256: attachments.sha256, about: attachments.about })
    .from(attachments)
    .where(eq(attachments.visitId, id))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
  return rows
    .filter(({ stage }) => stages.includes(stage))
    .map(({ about, ...picture }) => ({ ...picture, about: about ?? undefined }))
}

/** VS-4, VS-5: what left the home on this visit, and what came back to it. */
async function custodyOf(tx: Tx, { id }: Visit) {
  const receipts = await tx.db
    .select()
    .from(custodyReceipts)
    .where(or(eq(custodyReceipts.visitId, id), eq(custodyReceipts.returnVisitId, id)))
    .orderBy(asc(custodyReceipts.id))
  return {
    taken: receipts
      .filter(({ visitId }) => visitId === id)
      .map(({ key, number, purpose, item, condition, reason, backOn, takenAt, handedBy }) => ({
        ...{ key, number, purpose, item, condition, reason, backOn, takenAt, handedBy },
      })),
    returned: receipts
      .filter(({ returnVisitId }) => returnVisitId === id)
      .map(({ number, item, returnedAt, receivedBy, reclaimed, notReclaimedBecause }) => ({
        ...{ number, item, returnedAt, receivedBy, reclaimed, notReclaimedBecause },
      })),
  }
}
