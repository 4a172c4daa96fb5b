import { eq } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import { tellMoved, type Visit } from '#app/domain/visits/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { Tx } from '#app/platform/context.server.ts'

/** Tells the customer from which window to which their visit moved, and who comes then. */
export async function tellMovedVisit(
  tx: Tx,
  ticket: Ticket,
  [before, after]: [Visit, Visit],
  reason: string,
): Promise<void> {
  const [crew] =
    after.crewId === null
      ? []
      : await tx.db
          .select({ nameZh: crews.nameZh, nameEn: crews.nameEn })
          .from(crews)
          .where(eq(crews.id, after.crewId))
  await tellMoved(tx, ticket, after, {
    from: { start: before.windowStart, end: before.windowEnd },
    to: { start: after.windowStart, end: after.windowEnd },
    crew: crew ?? {
      nameZh: translate('zh-CN')('visits:crewLater'),
      nameEn: translate('en')('visits:crewLater'),
    },
    reason,
  })
}
