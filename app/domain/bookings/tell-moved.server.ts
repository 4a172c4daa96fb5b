import { eq } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import { tellMoved, type Visit } from '#app/domain/visits/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { Tx } from '#app/platform/context.server.ts'

/** A visit as it was and as it is now. */
export type Moved = [before: Visit, after: Visit]

/** Tells the customer from which window to which their visit moved, and who comes then. */
export const tellMovedVisit = (tx: Tx, ticket: Ticket, moved: Moved, reason: string) =>
  tellMovedVisits(tx, ticket, [moved], reason)

/** The same for a visit and the one linked with it, in one message. */
export async function tellMovedVisits(
  tx: Tx,
  ticket: Ticket,
  [moved, along]: readonly Moved[],
  reason: string,
): Promise<void> {
  if (!moved) return
  const [before, after] = moved
  const [crew] =
    after.crewId === null
      ? []
      : await tx.db
          .select({ nameZh: crews.nameZh, nameEn: crews.nameEn })
          .from(crews)
          .where(eq(crews.id, after.crewId))
  await tellMoved(tx, ticket, after, {
    from: windowOf(before),
    to: windowOf(after),
    ...(along ? { along: along[1] } : {}),
    crew: crew ?? {
      nameZh: translate('zh-CN')('visits:crewLater'),
      nameEn: translate('en')('visits:crewLater'),
    },
    reason,
  })
}

const windowOf = ({ windowStart, windowEnd }: Visit) => ({ start: windowStart, end: windowEnd })
