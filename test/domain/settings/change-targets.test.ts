import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ticketClocks } from '#db/schema/clocks.ts'
import { rewindOpenClocks, settleClocks } from '#app/domain/clocks/index.server.ts'
import {
  changeTargets,
  readTargets,
  targetsSubject,
} from '#app/domain/settings/change-targets.server.ts'
import { TargetsForm } from '#app/domain/settings/targets-form.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { as, auditOf, forbidden, rolesWithout, stale } from './scene.ts'

const database = testDatabase()
const manager = () => as(database.db, 'aftersales_manager')

const typed = {
  ...{ firstContact1: '3', onSite1: '2', resolution1: '8' },
  ...{ firstContact2: '5', onSite2: '24', resolution2: '72' },
  ...{ firstContact3: '5', onSite3: '48', resolution3: '120' },
  ...{ firstContact4: '30', onSite4: '72', resolution4: '168' },
}
const parsed = (seen: string) => TargetsForm.parse({ ...typed, seen })

describe('IN-4 the targets of the severities', () => {
  test('are those saved; open tickets are due by them from their start, and who changed what is told', async () => {
    const ctx = await manager()
    const ticket = await aTicket(database.db, { status: 'triaged', severity: 1 })
    const job = contextOf(database.db, { kind: 'job' as const })
    await inTransaction(job, (tx) => settleClocks(tx, ticket.id))
    const seen = stampOf(await readTargets(ctx))
    await changeTargets(ctx, parsed(seen))
    await changeTargets(ctx, parsed(seen))
    expect((await readTargets(ctx))[1]).toEqual({ firstContact: 3, onSite: 120, resolution: 480 })
    await rewindOpenClocks(job)
    const [clock] = await database.db
      .select()
      .from(ticketClocks)
      .where(and(eq(ticketClocks.ticketId, ticket.id), eq(ticketClocks.kind, 'on_site')))
    expect(clock!.dueAt).toEqual(new Date(tuesdayMorning.getTime() + 2 * 3_600_000))
    expect(await auditOf(database.db, targetsSubject)).toEqual([
      {
        action: 'setting_changed',
        by: ctx.actor.id,
        data: {
          target1: ['5 / 240 / 1440', '3 / 120 / 480'],
          target4: ['5 / 4320 / 10080', '30 / 4320 / 10080'],
        },
      },
    ])
    const other = TargetsForm.parse({ ...typed, firstContact1: '4', seen })
    await expect(changeTargets(await manager(), other)).rejects.toMatchObject(stale)
  })

  test.each(rolesWithout('settings:manage'))('are no matter of a %s', async (role) => {
    await expect(changeTargets(await as(database.db, role), parsed(''))).rejects.toMatchObject(
      forbidden,
    )
  })

  test.each([
    [{ firstContact2: '0' }, 'firstContact2', 'validation:targetMinutes'],
    [{ firstContact2: '1.5' }, 'firstContact2', 'validation:targetMinutes'],
    [{ onSite3: '9999' }, 'onSite3', 'validation:targetHours'],
    [{ resolution3: '40' }, 'resolution3', 'validation:resolutionFirst'],
  ])('that make no sense are refused: %j', (facts, path, message) => {
    const result = TargetsForm.safeParse({ ...typed, ...facts })
    expect(result.error?.issues[0]).toMatchObject({ path: [path], message })
  })
})
