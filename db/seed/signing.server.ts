import type { Db } from '#db/client.server.ts'
import type { visitChecks } from '#db/schema/visits.ts'
import { appendSignedRecord } from '#app/domain/work/index.server.ts'
import { addHours } from '#app/platform/time.server.ts'
import { happen, type PictureDraft, type VisitDraft } from './draft.ts'
import type { Pictures } from './pictures.server.ts'
import { homeContent } from './rows-homes.server.ts'
import type { Telling } from './telling.ts'
import { leaderOf } from './visits.server.ts'

interface Signed {
  visit: VisitDraft
  signature: PictureDraft
}

/** What stands beside one of the records. */
const correction = {
  'zh-CN': '拆下来的旧配件留给了顾客，记录里没有写。',
  en: 'The old parts were left with the customer, which the record doesn’t say.',
}
const hoursLater = 20

/** VS-3: the chain of what customers signed, in the order in which they did; the events learn their hashes. */
export async function signFinishedVisits(
  db: Db,
  telling: Telling,
  visits: readonly VisitDraft[],
  checks: readonly (typeof visitChecks.$inferInsert)[],
  pictures: Pictures,
): Promise<void> {
  const signed = visits.flatMap((visit): Signed[] => {
    const signature = visit.ticket.pictures.find(
      (picture) => picture.visit === visit && picture.stage === 'signature',
    )
    return signature ? [{ visit, signature }] : []
  })
  signed.sort((a, b) => a.signature.at.getTime() - b.signature.at.getTime())
  const wrong = signed[Math.floor(signed.length / 2)]
  const rightAt = wrong && addHours(wrong.signature.at, hoursLater)
  let corrected = false
  for (const one of signed) {
    if (wrong && rightAt && !corrected && one.signature.at > rightAt) {
      await correct(db, telling, wrong.visit, rightAt)
      corrected = true
    }
    await sign(db, telling, one, checks, pictures)
  }
}

async function sign(
  db: Db,
  telling: Telling,
  { visit, signature }: Signed,
  checks: readonly (typeof visitChecks.$inferInsert)[],
  pictures: Pictures,
): Promise<void> {
  const signer = visit.ticket.row.name
  const items = telling.checklist
    .filter(({ skill }) => skill === visit.row.skill)
    .map(({ skill: _, ...item }) => {
      const check = checks.find((each) => each.visitId === visit.id && each.itemId === item.id)
      const { done = false, value = null, reason = null } = check ?? {}
      return { ...item, done, value, reason }
    })
  const record = await appendSignedRecord(
    { db },
    {
      visitId: visit.id!,
      signerName: signer,
      signedAt: signature.at,
      content: {
        ...contentOf(telling, visit, pictures),
        checklist: items,
        signature: pictures.get(signature.picture)!.sha256,
        signer,
        signedAt: signature.at,
      },
    },
  )
  Object.assign(visit.signing!, { seq: record.seq, hash: record.hash })
}

async function correct(db: Db, { team }: Telling, visit: VisitDraft, at: Date): Promise<void> {
  const [by] = team.desk
  const { ticket } = visit
  const text = correction[ticket.row.locale]
  const { seq, hash } = await appendSignedRecord(
    { db },
    {
      kind: 'correction',
      visitId: visit.id!,
      signerName: by!.name,
      signedAt: at,
      content: {
        ticket: ticket.row.number,
        visit: visit.id,
        of: { seq: visit.signing!.seq, hash: visit.signing!.hash },
        text,
        by: { id: by!.id, name: by!.name },
        at,
      },
    },
  )
  happen(ticket, 'record_corrected', at, by!, { visit, data: { text, seq, hash } })
}

/** What the customer was shown before signing. */
function contentOf(telling: Telling, visit: VisitDraft, pictures: Pictures): object {
  const { ticket, row, crew } = visit
  const leader = leaderOf(telling, visit)
  const hash = (picture: string) => pictures.get(picture)!.sha256
  const shown = ticket.pictures
    .filter((picture) => picture.visit === visit && picture.stage !== 'signature')
    .sort((a, b) => a.at.getTime() - b.at.getTime())
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
    outcome: row.outcome ?? 'done',
    notCollectedBecause: null,
    inspections: (visit.inspections ?? []).map(({ by, ...check }) => ({
      ...check,
      passed: true,
      note: '',
      by: by.name,
    })),
    photos: shown
      .filter(({ stage }) => stage !== 'consent')
      .map(({ stage, picture, about }) => ({ stage, sha256: hash(picture), about })),
    consents: shown
      .filter(({ stage }) => stage === 'consent')
      .map(({ picture, about }) => ({ sha256: hash(picture), about })),
    ...homeContent(visit, leader.name),
  }
}
