import { describe, expect, test } from 'vitest'
import { changeScript } from '#app/domain/follow-ups/change-script.server.ts'
import {
  listScripts,
  readScript,
  readScriptKey,
} from '#app/domain/follow-ups/read-script.server.ts'
import { ScriptForm } from '#app/domain/follow-ups/script-form.ts'
import { scriptSubject } from '#app/domain/follow-ups/script-subject.ts'
import { callView } from '#app/routes/console/follow-ups/call-view.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { callScripts } from '#db/vocabulary/follow-ups.ts'
import { testDatabase } from '#test/setup/database.ts'
import { as, auditOf, forbidden, rolesWithout, stale } from '../settings/scene.ts'
import { aCaller, aFollowUp } from './scene.ts'

const database = testDatabase()
const manager = () => as(database.db, 'aftersales_manager')
const formOf = async (key: (typeof callScripts)[number], textZh: string) => {
  const before = await readScript(await manager(), key)
  return ScriptForm.parse({ textZh, textEn: 'Hello {{name}}', seen: stampOf(before) })
}

describe('FU-1 what callers say', () => {
  test('is the catalogue’s until the company has its own, in both languages', async () => {
    const all = await listScripts(await manager())
    expect(all.map(({ key }) => key)).toEqual([...callScripts])
    for (const { textZh, textEn } of all) {
      expect(textZh).toContain('{{name}}')
      expect(textEn).toContain('{{company}}')
    }
  })

  test('is changed with who and from what, and said with the call’s own values, once', async () => {
    const ctx = await manager()
    const form = await formOf(
      'repair',
      '{{name}}您好，{{company}}{{caller}}，{{when}}修的{{product}}',
    )
    const before = await readScript(ctx, 'repair')
    await changeScript(ctx, 'repair', form)
    await changeScript(ctx, 'repair', form)
    expect(await auditOf(database.db, scriptSubject('repair'))).toEqual([
      expect.objectContaining({
        action: 'setting_changed',
        by: ctx.actor.id,
        data: {
          textZh: [before.textZh, form.textZh],
          textEn: [before.textEn, form.textEn],
        },
      }),
    ])
    const call = await aFollowUp(database.db)
    const { script, ticket } = await callView(await aCaller(database.db), call.id)
    expect(script).toContain(`${ticket.name}您好，`)
    expect(script).toContain('吴倩')
    expect(script).toContain('修的推拉门衣柜')
    expect(script).not.toContain('{{')
    const english = await aFollowUp(database.db, {}, { locale: 'en', name: 'Mary' })
    expect((await callView(await aCaller(database.db), english.id)).script).toBe('Hello Mary')
  })

  test('Q-6 filled from what a colleague changed meanwhile is refused', async () => {
    const form = await formOf('survey', '先存的')
    await changeScript(await manager(), 'survey', await formOf('survey', '别人存的'))
    await expect(changeScript(await manager(), 'survey', form)).rejects.toMatchObject(stale)
    expect(await readScript(await manager(), 'survey')).toMatchObject({ textZh: '别人存的' })
  })

  test('names no value there isn’t, and no key', () => {
    const { error } = ScriptForm.safeParse({ textZh: '{{phone}}', textEn: 'x' })
    expect(error?.issues[0]).toMatchObject({ path: ['textZh'], message: 'validation:phraseValue' })
    expect(() => readScriptKey('nothing')).toThrow()
  })

  test('is changed by whoever manages settings', async () => {
    const form = await formOf('install', '您好')
    for (const role of rolesWithout('settings:manage')) {
      const ctx = await as(database.db, role)
      await expect(changeScript(ctx, 'install', form)).rejects.toMatchObject(forbidden)
    }
  })
})
