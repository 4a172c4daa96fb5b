import type { Db } from '#db/client.server.ts'
import type { visitChecks } from '#db/schema/visits.ts'
import { appendSignedRecord } from '#app/domain/work/index.server.ts'
import type { ChecklistItem } from './crews.server.ts'
import type { PictureDraft, VisitDraft } from './draft.ts'
import type { Pictures } from './pictures.server.ts'

interface Signed {
  visit: VisitDraft
  signature: PictureDraft
}

/** VS-3: the chain of what customers signed, in the order in which they did; the events learn their hashes. */
export async function signFinishedVisits(
  db: Db,
  visits: readonly VisitDraft[],
  checks: readonly (typeof visitChecks.$inferInsert)[],
  checklist: readonly ChecklistItem[],
  pictures: Pictures,
): Promise<void> {
  const signed = visits.flatMap((visit): Signed[] => {
    const signature = visit.ticket.pictures.find(
      (picture) => picture.visit === visit && picture.stage === 'signature',
    )
    return signature ? [{ visit, signature }] : []
  })
  signed.sort((a, b) => a.signature.at.getTime() - b.signature.at.getTime())
  for (const { visit, signature } of signed) {
    const signer = visit.ticket.row.name
    const record = await appendSignedRecord(
      { db },
      {
        visitId: visit.id!,
        signerName: signer,
        signedAt: signature.at,
        content: {
          ...contentOf(visit, pictures),
          checklist: checklist
            .filter(({ skill }) => skill === visit.row.skill)
            .map(({ skill: _, ...item }) => {
              const check = checks.find(
                (each) => each.visitId === visit.id && each.itemId === item.id,
              )
              return {
                ...item,
                done: check?.done ?? false,
                value: check?.value ?? null,
                reason: check?.reason ?? null,
              }
            }),
          signature: pictures.get(signature.picture)!.sha256,
          signer,
          signedAt: signature.at,
        },
      },
    )
    Object.assign(visit.signing!, { seq: record.seq, hash: record.hash })
  }
}

/** What the customer was shown before signing. */
function contentOf(visit: VisitDraft, pictures: Pictures): object {
  const { ticket, row, crew } = visit
  return {
    ticket: ticket.row.number,
    visit: visit.id,
    customer: { name: ticket.row.name, address: ticket.row.address },
    product: ticket.row.product,
    skill: row.skill,
    crew: { id: crew!.id, nameZh: crew!.nameZh, nameEn: crew!.nameEn },
    window: { start: row.windowStart, end: row.windowEnd },
    times: {
      setOut: row.setOutAt,
      arrived: row.arrivedAt,
      started: row.startedAt,
      finished: row.finishedAt,
    },
    work: row.work,
    workDone: row.workDone,
    outcome: 'done',
    inspections: (visit.inspections ?? []).map(({ by, ...check }) => ({
      ...check,
      passed: true,
      note: '',
      by: by.name,
    })),
    photos: ticket.pictures
      .filter((picture) => picture.visit === visit && picture.stage !== 'signature')
      .map(({ stage, picture }) => ({ stage, sha256: pictures.get(picture)!.sha256 })),
  }
}
