import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { supplierClaims } from '#db/schema/claims.ts'
import { returnCases } from '#db/schema/returns.ts'
import { products } from '#db/schema/stores.ts'
import { MakeClaimForm, SettleClaimForm, WithdrawClaimForm } from '#app/domain/claims/claim-form.ts'
import { claimsWaiting, listClaims } from '#app/domain/claims/list-claims.server.ts'
import { makeClaim } from '#app/domain/claims/make-claim.server.ts'
import { claimsOfCase, photosOfClaim, readClaim } from '#app/domain/claims/read-claim.server.ts'
import { sendClaim } from '#app/domain/claims/send-claim.server.ts'
import { settleClaim } from '#app/domain/claims/settle-claim.server.ts'
import { withdrawClaim } from '#app/domain/claims/withdraw-claim.server.ts'
import { formatter } from '#app/i18n/format.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { claimSheet, claimTable } from '#app/routes/console/returns/claims/claim-sheet.server.ts'
import { only, serial } from '#test/factories/serial.ts'
import { testDatabase } from '#test/setup/database.ts'
import { at } from '#test/domain/visits/scene.ts'
import { aCase } from '../returns/accounts.ts'
import { as } from '../returns/deciding.ts'

const database = testDatabase()
const shares = { factory: 70, logistics: 30 } as const
const form = (facts: Record<string, string> = {}) =>
  MakeClaimForm.parse({ supplier: '东阳红木厂', amount: '', ...facts })
const purchaser = (days = 0) => as(database.db, 'purchaser', at('10:00', days))

async function claimed() {
  const { case: one } = await aCase(database.db, { total: 282_000, shares })
  return { one, number: await makeClaim(await purchaser(), one.number, form()) }
}
const claimNow = async (number: string) =>
  only(await database.db.select().from(supplierClaims).where(eq(supplierClaims.number, number)))

describe('RX-5 claims on a supplier', () => {
  test('RX-5 a claim is the factory’s share of what the case costs, unless another sum is typed', async () => {
    const { one, number } = await claimed()
    expect(number).toMatch(/^SC\d{6}$/)
    expect(await claimNow(number)).toMatchObject({
      caseId: one.id,
      amount: 197_400,
      currency: 'CNY',
      status: 'open',
      sentAt: null,
    })
    const { case: other } = await aCase(database.db, { total: 282_000, shares })
    const typed = await makeClaim(await purchaser(), other.number, form({ amount: '1,500.50' }))
    expect(await claimNow(typed)).toMatchObject({ amount: 150_050 })
  })

  test('the supplier offered is the product’s', async () => {
    const product = only(
      await database.db
        .insert(products)
        .values({
          model: `TY-${serial()}`,
          nameZh: '听雨餐桌',
          nameEn: 'Tingyu table',
          warrantyMonths: 12,
          supplier: '东阳红木厂',
        })
        .returning(),
    )
    const { case: one } = await aCase(database.db, {
      total: 1000,
      shares,
      case: { productId: product.id },
    })
    expect(await claimsOfCase(await purchaser(), one.number)).toMatchObject({
      offer: { percent: 70, amount: 700, currency: 'CNY', supplier: '东阳红木厂' },
      claims: [],
    })
  })

  test('nothing is claimed where the factory bears nothing, nothing is decided, or it costs nothing', async () => {
    const ctx = await purchaser()
    for (const facts of [
      { total: 1000, shares: { logistics: 100 } },
      { shares },
      { total: 1000 },
      { total: 0, shares },
    ]) {
      const { case: one } = await aCase(database.db, facts)
      await expect(makeClaim(ctx, one.number, form())).rejects.toMatchObject({
        code: 'claimNoFactory',
      })
    }
    const { case: gone } = await aCase(database.db, {
      total: 1000,
      shares,
      case: { status: 'cancelled', cancelledAt: new Date(), cancelReason: '不要了' },
    })
    await expect(makeClaim(ctx, gone.number, form())).rejects.toMatchObject({
      code: 'caseNotInState',
    })
  })

  test('one a supplier, also at once; after it was withdrawn, another', async () => {
    const { case: one } = await aCase(database.db, { total: 282_000, shares })
    const ctx = await purchaser()
    const part = form({ amount: '1000' })
    const made = await Promise.allSettled([1, 2].map(() => makeClaim(ctx, one.number, part)))
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(makeClaim(ctx, one.number, form())).rejects.toMatchObject({ code: 'claimThere' })
    await makeClaim(ctx, one.number, form({ supplier: '五金厂' }))
    const { claims } = await claimsOfCase(ctx, one.number)
    const first = claims.find(({ supplier }) => supplier === '东阳红木厂')!
    await withdrawClaim(ctx, first.number, { reason: '金额错了', version: 1 })
    expect(await claimNow(first.number)).toMatchObject({ status: 'withdrawn' })
    expect(await makeClaim(ctx, one.number, form())).toMatch(/^SC/)
  })

  test('no more than is left of the factory’s share is offered, nor more claimed than the case costs', async () => {
    const { case: one } = await aCase(database.db, { total: 282_000, shares })
    const ctx = await purchaser()
    await expect(makeClaim(ctx, one.number, form({ amount: '2820.01' }))).rejects.toMatchObject({
      code: 'claimAboveCost',
    })
    await makeClaim(ctx, one.number, form({ amount: '1000' }))
    expect((await claimsOfCase(ctx, one.number)).offer).toMatchObject({ amount: 97_400 })
    const other = form({ supplier: '五金厂', amount: '1820.01' })
    await expect(makeClaim(ctx, one.number, other)).rejects.toMatchObject({
      code: 'claimAboveCost',
    })
    await makeClaim(ctx, one.number, form({ supplier: '五金厂' }))
    expect((await claimsOfCase(ctx, one.number)).offer).toBeNull()
    await expect(makeClaim(ctx, one.number, form({ supplier: '漆厂' }))).rejects.toMatchObject({
      code: 'claimNoFactory',
    })
  })

  test('no more is credited than was claimed; what was noted wrongly is noted anew', async () => {
    const { number } = await claimed()
    const ctx = await purchaser()
    await sendClaim(ctx, number, { version: 1 })
    const credited = (yuan: string, version: string) =>
      SettleClaimForm.parse({ result: 'credited', credited: yuan, version })
    await expect(settleClaim(ctx, number, credited('1974.01', '2'))).rejects.toMatchObject({
      code: 'creditedAboveClaim',
    })
    await settleClaim(ctx, number, credited('1500', '2'))
    await sendClaim(ctx, number, { version: 3 })
    expect(await claimNow(number)).toMatchObject({ status: 'sent', credited: null })
    await settleClaim(ctx, number, credited('1700', '4'))
    const { claim, steps } = await readClaim(ctx, number)
    expect(claim).toMatchObject({ status: 'credited', credited: 170_000 })
    expect(steps.map(({ status, credited }) => [status, credited])).toEqual([
      ['sent', null],
      ['credited', 150_000],
      ['sent', null],
      ['credited', 170_000],
    ])
  })

  test('it is sent, refused, sent again and credited; every day until then is counted', async () => {
    const { number } = await claimed()
    await sendClaim(await purchaser(1), number, { version: 1 })
    expect(await claimNow(number)).toMatchObject({ status: 'sent', sentAt: at('10:00', 1) })
    await settleClaim(
      await purchaser(3),
      number,
      SettleClaimForm.parse({ result: 'refused', note: '说是运输问题', version: '2' }),
    )
    await sendClaim(await purchaser(4), number, { version: 3 })
    expect(await claimNow(number)).toMatchObject({ status: 'sent', settledAt: null })
    expect((await readClaim(await purchaser(9), number)).claim).toMatchObject({ days: 9 })
    await settleClaim(
      await purchaser(12),
      number,
      SettleClaimForm.parse({ result: 'credited', credited: '1800', version: '4' }),
    )
    const read = await readClaim(await purchaser(40), number)
    expect(read.claim).toMatchObject({
      status: 'credited',
      credited: 180_000,
      note: '',
      days: 12,
    })
    expect(read.steps).toMatchObject([
      { status: 'sent', at: at('10:00', 1).toISOString() },
      { status: 'refused', note: '说是运输问题', at: at('10:00', 3).toISOString() },
      { status: 'sent', at: at('10:00', 4).toISOString(), note: '' },
      { status: 'credited', at: at('10:00', 12).toISOString(), note: '' },
    ])
    expect(read).toMatchObject({
      decision: { total: 282_000 },
      answerable: { cause: '含水率超标' },
      shares: [
        { party: 'factory', percent: 70, amount: 197_400 },
        { party: 'logistics', percent: 30, amount: 84_600 },
      ],
    })
  })

  test('nothing is settled that wasn’t sent; a page from before is refused', async () => {
    const { number } = await claimed()
    const ctx = await purchaser()
    const credited = SettleClaimForm.parse({ result: 'credited', credited: '10', version: '1' })
    await expect(settleClaim(ctx, number, credited)).rejects.toMatchObject({
      code: 'claimNotInState',
    })
    await expect(sendClaim(ctx, number, { version: 3 })).rejects.toMatchObject({
      code: 'claimNotInState',
    })
  })

  test('what came back is said: how much, or why nothing; and why one is withdrawn', () => {
    const settle = (sent: Record<string, string>) =>
      SettleClaimForm.safeParse({ version: '1', ...sent }).error?.issues.map(
        ({ path, message }) => [path.join(), message],
      )
    expect(settle({ result: 'credited' })).toEqual([['credited', 'validation:extraPrice']])
    expect(settle({ result: 'refused' })).toEqual([['note', 'validation:reason']])
    expect(settle({})).toEqual([['result', 'validation:choose']])
    expect(
      WithdrawClaimForm.safeParse({ version: '1' }).error?.issues.map(({ message }) => message),
    ).toEqual(['validation:reason'])
    expect(MakeClaimForm.safeParse({ supplier: 'x', amount: '0' }).success).toBe(false)
  })

  test('the lists: what waits, by text, page by page', async () => {
    const ctx = await purchaser(2)
    const supplier = `供应商 ${serial()}_%`
    const numbers: string[] = []
    for (const product of ['听雨餐桌', '听雨餐桌', '三门衣柜']) {
      const { case: one } = await aCase(database.db, { total: 1000, shares, case: { product } })
      numbers.push(await makeClaim(ctx, one.number, form({ supplier })))
    }
    const [first, second, third] = numbers
    const all = await listClaims(ctx, { list: 'waiting', text: supplier }, 2)
    expect(all.claims.map(({ number }) => number)).toEqual([third, second])
    expect(all.claims[0]).toMatchObject({ status: 'open', days: 0, product: '三门衣柜' })
    const rest = await listClaims(ctx, { list: 'waiting', text: supplier, after: all.next }, 2)
    expect(rest.claims.map(({ number }) => number)).toEqual([first])
    expect(rest.next).toBeNull()
    await withdrawClaim(ctx, first!, { reason: '重复', version: 1 })
    const gone = await listClaims(ctx, { list: 'withdrawn', text: supplier })
    expect(gone.claims).toMatchObject([{ number: first, days: null }])
    const waiting = await claimsWaiting(ctx)
    expect(waiting).toMatchObject([{ currency: 'CNY' }])
    expect(waiting[0]!.claims).toBeGreaterThanOrEqual(2)
  })

  test('Q-12 who may: purchasers and the after-sales manager; the desk only reads', async () => {
    const { one, number } = await claimed()
    const desk = await as(database.db, 'desk')
    expect(await readClaim(desk, number)).toMatchObject({ case: { number: one.number } })
    expect(await photosOfClaim(desk, number)).toEqual([])
    await expect(sendClaim(desk, number, { version: 1 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(makeClaim(desk, one.number, form())).rejects.toMatchObject({ kind: 'forbidden' })
    for (const role of ['caller', 'store_manager', 'warehouse', 'admin'] as const) {
      const ctx = await as(database.db, role)
      await expect(readClaim(ctx, number)).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(listClaims(ctx, { list: 'all' })).rejects.toMatchObject({ kind: 'forbidden' })
    }
    await sendClaim(await as(database.db, 'aftersales_manager'), number, { version: 1 })
    await expect(readClaim(desk, 'SC1')).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('RX-5 the sheet and the table for the supplier say order, batch, cause, costs and shares', async () => {
    const { case: one } = await aCase(database.db, {
      total: 282_000,
      shares,
      case: { batch: '<B-7>', pieces: [{ zh: '台面', en: 'Top' }] },
    })
    const ctx = await purchaser()
    const whole = await readClaim(ctx, await makeClaim(ctx, one.number, form()))
    const format = formatter('en', 'Asia/Shanghai', ctx.now())
    const words = { t: translate('en'), locale: 'en', format }
    const photos = [{ path: 'photos/001-close.jpg', image: true }]
    const sheet = claimSheet(whole, { ...words, photos, company: 'Muhe & Co', at: 'today' })
    for (const said of [
      '&#60;B-7&#62;',
      '含水率超标',
      'Factory 70%',
      '¥1,974.00',
      'Muhe &#38; Co',
    ]) {
      expect(sheet).toContain(said)
    }
    expect(sheet).toContain('<img src="photos/001-close.jpg" alt="Photo 1">')
    const table = claimTable(whole, words)
    const has = (cells: string[]): unknown => expect.arrayContaining(cells)
    expect(table.slice(1)).toEqual([
      has(['Costs', 'Goods or part', '2820.00']),
      has(['Shares', 'Factory', '70', '1974.00']),
      has(['Shares', 'Logistics', '30', '846.00']),
      has(['Amount claimed', '东阳红木厂', '1974.00', 'CNY']),
    ])
    expect(table.every((row) => row.length === table[0]!.length)).toBe(true)
  })

  test('Q-13 nothing of the customer is on it', async () => {
    const { one, number } = await claimed()
    const { ticketId } = only(
      await database.db.select().from(returnCases).where(eq(returnCases.id, one.id)),
    )
    const said = JSON.stringify(await readClaim(await purchaser(), number))
    expect(ticketId).toBeGreaterThan(0)
    for (const secret of ['name', 'phone', 'address', '漕溪路', '+86']) {
      expect(said).not.toContain(secret)
    }
  })
})
