import { eq } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { defaultLocale } from '#db/vocabulary/locales.ts'
import { type MessageFacts, writeMessage } from '#app/domain/messages/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import type { Fault } from './find-fault.server.ts'

type Told = {
  [T in 'fault-raised' | 'fault-decided']: { template: T; facts: MessageFacts[T] }
}['fault-raised' | 'fault-decided']

/** CP-2: tells whom a fault is about what became of it. @param say from their name */
export async function tellWhomItIsAbout(
  tx: Tx,
  { staffId }: Pick<Fault, 'staffId'>,
  say: (name: string) => Told,
): Promise<void> {
  const [person] = await tx.db
    .select({ name: staff.name, email: staff.email, locale: staff.locale })
    .from(staff)
    .where(eq(staff.id, staffId))
  const { name, email, locale } = person!
  await writeMessage(tx, {
    ...say(name),
    recipient: email,
    locale: locale ?? defaultLocale,
    staffId,
  })
}
