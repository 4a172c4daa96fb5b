import { describe, expect, test } from 'vitest'
import {
  changeContactDays,
  contactDaysSubject,
  readContactDays,
} from '#app/domain/settings/change-contact-days.server.ts'
import { ContactDaysForm } from '#app/domain/settings/contact-days-form.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { testDatabase } from '#test/setup/database.ts'
import { as, auditOf, forbidden, rolesWithout, stale } from './scene.ts'

const database = testDatabase()
const manager = () => as(database.db, 'aftersales_manager')
const typed = { daysA: '14', daysB: ' 90 ', daysC: '365' }
const parsed = (seen: string, facts: Partial<typeof typed> = {}) =>
  ContactDaysForm.parse({ ...typed, ...facts, seen })

describe('CU-1 the days between contacts', () => {
  test('are those saved; who changed what is told; once, however often', async () => {
    const ctx = await manager()
    expect(await readContactDays(ctx)).toEqual({ A: 30, B: 90, C: 180 })
    const seen = stampOf(await readContactDays(ctx))
    await changeContactDays(ctx, parsed(seen))
    await changeContactDays(ctx, parsed(seen))
    expect(await readContactDays(ctx)).toEqual({ A: 14, B: 90, C: 365 })
    expect(await auditOf(database.db, contactDaysSubject)).toEqual([
      {
        ...{ action: 'setting_changed', by: ctx.actor.id },
        data: { contactDaysA: ['30', '14'], contactDaysC: ['180', '365'] },
      },
    ])
    const jobs = await database.connect({ max: 1 })`
      select 1 from graphile_worker.jobs where task_identifier = 'recount-contacts'`
    expect(jobs).toHaveLength(1)
    //
    await expect(
      changeContactDays(await manager(), parsed(seen, { daysA: '7' })),
    ).rejects.toMatchObject(stale)
  })

  test.each(rolesWithout('settings:manage'))('are no matter of a %s', async (role) => {
    await expect(changeContactDays(await as(database.db, role), parsed(''))).rejects.toMatchObject(
      forbidden,
    )
  })

  test.each(['', '0', '1.5', '731', 'x'])('that make no sense are refused: %j', (daysB) => {
    const result = ContactDaysForm.safeParse({ ...typed, daysB })
    expect(result.error?.issues[0]).toMatchObject({
      ...{ path: ['daysB'], message: 'validation:contactDays' },
    })
  })
})
