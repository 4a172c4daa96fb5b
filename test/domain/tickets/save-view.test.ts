import { describe, expect, test } from 'vitest'
import { findView, listViews } from '#app/domain/tickets/list-views.server.ts'
import {
  changeView,
  removeView,
  saveView,
  SaveViewForm,
} from '#app/domain/tickets/save-view.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const desk = async () => contextOf(database.db, await aColleague(database.db, 'desk'))
const view = (name: string, query = 'queue=open&severity=1', shared = false) => ({
  name,
  query,
  shared,
})
const namesOf = async (ctx: Awaited<ReturnType<typeof desk>>) =>
  (await listViews(ctx)).map(({ name }) => name)

describe('saved views', () => {
  test('are there for whoever saved them; those shared for colleagues too, after their own', async () => {
    const [mine, yours] = [await desk(), await desk()]
    await saveView(mine, view('急', undefined, true))
    await saveView(mine, view('我的'))
    await saveView(yours, view('等配件', 'queue=paused'))
    expect(await namesOf(mine)).toEqual(expect.arrayContaining(['急', '我的']))
    expect(await namesOf(yours)).toEqual(['等配件', '急'])
    expect((await listViews(yours))[1]).toMatchObject({ own: false, by: mine.actor.name })
  })

  test('the same one twice is one; another queue under the same name is refused', async () => {
    const ctx = await desk()
    const [one, two] = [await saveView(ctx, view('急')), await saveView(ctx, view('急'))]
    expect(two).toBe(one)
    await expect(saveView(ctx, view('急', 'queue=mine'))).rejects.toMatchObject({
      code: 'viewNameTaken',
    })
    const many = await Promise.all(Array.from({ length: 8 }, () => saveView(ctx, view('一起'))))
    expect(new Set(many).size).toBe(1)
  })

  test('are renamed, shown, kept to oneself and removed by whose they are alone (Q-12)', async () => {
    const [mine, yours] = [await desk(), await desk()]
    const id = await saveView(mine, view('旧名', undefined, true))
    await expect(changeView(yours, id, { name: 'x', shared: true })).rejects.toMatchObject({
      kind: 'not_found',
    })
    await removeView(yours, id)
    expect(await findView(yours, id)).toMatchObject({ name: '旧名', own: false })
    await changeView(mine, id, { name: '新名', shared: false })
    expect(await findView(mine, id)).toMatchObject({ name: '新名', shared: false, own: true })
    await expect(findView(yours, id)).rejects.toMatchObject({ kind: 'not_found' })
    await saveView(mine, view('占用'))
    await expect(changeView(mine, id, { name: '占用', shared: false })).rejects.toMatchObject({
      code: 'viewNameTaken',
    })
    await removeView(mine, id)
    await removeView(mine, id)
    await expect(findView(mine, id)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('Q-23: what is saved of an address is what means something there', () => {
    const { query } = SaveViewForm.parse({
      name: '急',
      query: "tag=VIP&severity=1&queue=open&before=1-1&open=R1&evil=<script>&sort=';--",
    })
    expect(query).toBe('queue=open&severity=1&tag=VIP')
  })

  test('Q-12: not for a crew', async () => {
    const ctx = contextOf(database.db, await aColleague(database.db, 'crew'))
    await expect(saveView(ctx, view('急'))).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
