import { inArray, sql } from 'drizzle-orm'
import { complaints } from '#db/schema/complaints.ts'
import { supplierClaims } from '#db/schema/claims.ts'
import { returnCases, returnConsequences } from '#db/schema/returns.ts'
import { erasedWords } from '#db/vocabulary/customers.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { emptied } from './emptied.ts'

const none = erasedWords

/**
 * Empties what was said in their returns, exchanges and complaints, wherever it may be changed. What was asked for,
 * decided and paid stays as figures, with the goods it was about.
 */
export async function eraseCases(tx: Tx, ticketIds: number[]): Promise<void> {
  await tx.db
    .update(complaints)
    .set({
      cause: sql`case when ${complaints.cause} = '' then '' else ${none} end`,
      resolution: emptied(complaints.resolution),
      verdictWords: '',
      closedBecause: emptied(complaints.closedBecause),
    })
    .where(inArray(complaints.ticketId, ticketIds))
  const theirs = await tx.db
    .update(returnCases)
    .set({
      words: none,
      batch: '',
      appealWords: emptied(returnCases.appealWords),
      cancelReason: emptied(returnCases.cancelReason),
    })
    .where(inArray(returnCases.ticketId, ticketIds))
    .returning({ id: returnCases.id })
  const caseIds = theirs.map(({ id }) => id)
  if (caseIds.length === 0) return
  await tx.db
    .update(returnConsequences)
    .set({ what: none, note: '', cancelledBecause: emptied(returnConsequences.cancelledBecause) })
    .where(inArray(returnConsequences.caseId, caseIds))
  await tx.db
    .update(supplierClaims)
    .set({ note: '' })
    .where(inArray(supplierClaims.caseId, caseIds))
}
