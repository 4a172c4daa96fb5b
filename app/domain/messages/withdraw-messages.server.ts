import { and, eq, ne } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import type { EmailTemplate } from '#db/vocabulary/messages.ts'
import type { Tx } from '#app/platform/context.server.ts'

/**
 * Takes back what hasn't gone out of one template's messages about a visit. One that is being handed over this moment
 * is waited for: it is sent or waits for its next try, which then never comes.
 */
export async function withdrawMessages(
  tx: Tx,
  template: EmailTemplate,
  visitId: number,
): Promise<void> {
  await tx.db
    .update(messages)
    .set({ status: 'withdrawn', error: null })
    .where(
      and(
        eq(messages.visitId, visitId),
        eq(messages.template, template),
        ne(messages.status, 'sent'),
      ),
    )
}
