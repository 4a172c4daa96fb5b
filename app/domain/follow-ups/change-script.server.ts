import { sql } from 'drizzle-orm'
import { callScripts } from '#db/schema/follow-ups.ts'
import type { CallScript } from '#db/vocabulary/follow-ups.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { readScript } from './read-script.server.ts'
import type { ScriptForm } from './script-form.ts'
import { scriptSubject } from './script-subject.ts'

/**
 * FU-1: changes what callers say first for a service. The same form twice is once.
 * @throws DomainError conflict `supplyChanged`
 */
export async function changeScript(
  ctx: Ctx,
  key: CallScript,
  { seen, ...after }: ScriptForm,
): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  await inTransaction(ctx, async (tx) => {
    // Without a row yet there is nothing else to lock.
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${scriptSubject(key)}))`)
    const { textZh, textEn } = await readScript(tx, key)
    const before = { textZh, textEn }
    if (stampOf(before) === stampOf(after)) return
    if (stampOf(before) !== seen) throw refused('supplyChanged')
    await tx.db
      .insert(callScripts)
      .values({ key, ...after })
      .onConflictDoUpdate({ target: callScripts.key, set: after })
    await recordAudit(tx, 'setting_changed', scriptSubject(key), {
      ...(textZh === after.textZh ? {} : { textZh: [textZh, after.textZh] }),
      ...(textEn === after.textEn ? {} : { textEn: [textEn, after.textEn] }),
    })
  })
}
