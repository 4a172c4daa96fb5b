import { beforeEach, describe, expect, test } from 'vitest'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import {
  changeTravelSettings,
  readTravelSettings,
  travelSubject,
} from '#app/domain/travel/change-travel-settings.server.ts'
import { checkRouting } from '#app/domain/travel/routing-check.server.ts'
import { tileOrigin, TravelSettingsForm } from '#app/domain/travel/travel-settings-form.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea } from '#test/factories/stores.ts'
import { startOsrm } from '#test/mocks/osrm.ts'
import { testDatabase } from '#test/setup/database.ts'
import { expo, setTo, square } from './scene.ts'

const database = testDatabase()
const standing = {
  routingUrl: '',
  tileUrl: '',
  tileCredit: '',
  detour: '1.3',
  approachMinutes: '5',
  planSeconds: '10',
}
const form = (facts: Record<string, string> = {}) =>
  TravelSettingsForm.parse({ ...standing, ...facts })
const as = async (role: 'aftersales_manager' | 'dispatcher') =>
  contextOf(database.db, await aColleague(database.db, role))
const tiles = 'https://tiles.example.com/{z}/{x}/{y}.png'

beforeEach(() =>
  setTo(database.db, {
    routingUrl: null,
    tileUrl: null,
    ...{ tileCredit: '', detour: 1.3, approachMinutes: 5, planSeconds: 10 },
  }),
)

describe('DS-6 travel and map', () => {
  test('are set, unset and kept with who did it', async () => {
    const manager = await as('aftersales_manager')
    const set = { routingUrl: 'http://10.0.0.7:5000/', tileUrl: tiles, tileCredit: '© 某地图' }
    const seen = async () => stampOf(await readTravelSettings(manager))
    await changeTravelSettings(manager, form({ ...set, detour: '1,45', seen: await seen() }))
    expect(await readTravelSettings(manager)).toMatchObject({ ...set, detour: 1.45 })
    await changeTravelSettings(manager, form({ detour: '1.45', seen: await seen() }))
    expect(await readTravelSettings(manager)).toMatchObject({ routingUrl: null, tileUrl: null })
    const [last, first] = await listChanges(manager, [travelSubject])
    expect(first!.changes).toContainEqual({ field: 'routingUrl', from: null, to: set.routingUrl })
    expect(first!.changes).toContainEqual({ field: 'detour', from: '1.3', to: '1.45' })
    expect(last!.changes).toContainEqual({ field: 'tileUrl', from: tiles, to: null })
    expect(last!.changes).not.toContainEqual(expect.objectContaining({ field: 'detour' }))
  })

  test('Q-6 changed by a colleague meanwhile they are shown; a dispatcher changes none', async () => {
    const manager = await as('aftersales_manager')
    const seen = stampOf(await readTravelSettings(manager))
    const later = form({ approachMinutes: '9', seen })
    await expect(changeTravelSettings(await as('dispatcher'), later)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await changeTravelSettings(manager, form({ planSeconds: '30', seen }))
    await expect(changeTravelSettings(manager, later)).rejects.toMatchObject({
      code: 'supplyChanged',
    })
    expect((await readTravelSettings(manager)).approachMinutes).toBe(5)
  })

  test.each([
    ['routingUrl', 'routes.example.com'],
    ['routingUrl', 'ftp://routes.example.com'],
    ['routingUrl', 'javascript:alert(1)'],
    ['routingUrl', 'https://user:secret@routes.example.com'],
    ['routingUrl', 'https://routes.example.com/?key=1'],
    ['tileUrl', 'https://tiles.example.com/{z}/{x}.png'],
    ['tileUrl', 'tiles/{z}/{x}/{y}'],
    ['tileUrl', 'https://{x}.example.com/{z}/{x}/{y}'],
    ['tileUrl', 'https://{s}.example.com/{z}/{x}/{y}'],
    ['tileUrl', 'data:image/png,{z}{x}{y}; img-src *'],
    ['detour', '0.9'],
    ['detour', '3.5'],
    ['detour', ''],
    ['approachMinutes', '61'],
    ['planSeconds', '0'],
    ['planSeconds', '121'],
  ])('refuses %s of “%s”', (setting, value) => {
    expect(() => form({ [setting]: value })).toThrow(`validation:${setting}`)
  })

  test('tiles come from one origin, which is all a page lets in', () => {
    expect(tileOrigin(tiles)).toBe('https://tiles.example.com')
    expect(tileOrigin('HTTP://Tiles.example.com:8080/a%zz/{z}/{x}/{y}?k={z}')).toBe(
      'http://tiles.example.com:8080',
    )
    expect(tileOrigin('https://x.example.com; img-src */{z}/{x}/{y}')).toBeNull()
  })
})

describe('DS-6 whether the routing server answers', () => {
  test('is said with the way that was tried, or that it is silent', async () => {
    const manager = await as('aftersales_manager')
    expect(await checkRouting(manager)).toBeNull()
    const server = await startOsrm()
    await setTo(database.db, { routingUrl: server.url })
    expect(await checkRouting(manager)).toEqual({ state: 'untried' })
    await anArea(database.db, { ...square, speedKmh: 50, districtPoints: { 世博: expo } })
    expect(await checkRouting(manager)).toEqual({
      state: 'answers',
      minutes: 19,
      km: expect.closeTo(10.9, 0) as number,
      estimate: { minutes: 9, km: expect.closeTo(7.1, 0) as number },
    })
    await server.stop()
    expect(await checkRouting(manager)).toEqual({ state: 'silent' })
  })
})
