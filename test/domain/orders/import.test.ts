import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditLog } from '#db/schema/accounts.ts'
import { orderImports, orders } from '#db/schema/customers.ts'
import { sweepImports } from '#app/domain/orders/index.server.ts'
import { readImport } from '#app/domain/orders/read-import.server.ts'
import { takeOverImport } from '#app/domain/orders/take-over-import.server.ts'
import { uploadContracts } from '#app/domain/orders/upload-contracts.server.ts'
import { addHours } from '#app/platform/time.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aShop, entered, eventsOf, linesOf, orderOf, type Shop } from './scene.ts'
import { excelDate, workbook } from './workbook.ts'

const database = testDatabase()

const header = [
  '合同编号',
  '订货日期',
  '送货日期',
  '顾客',
  '手机',
  '地址',
  '型号',
  '数量',
  '单价',
  '导购',
]
const fileOf = (rows: string[][]) => ({
  name: '合同.csv',
  bytes: Buffer.from(rows.map((row) => row.join(',')).join('\n')),
  tooBig: false,
})
const fresh = () => `XS26-${String(serial()).padStart(5, '0')}`
const row = (number: string, { wardrobe }: Shop, facts: Partial<Record<number, string>> = {}) =>
  [
    number,
    '2026-03-10',
    '2026-03-24',
    '林晓岚',
    '13812340021',
    '上海市徐汇区漕溪路 18 号',
    wardrobe.model,
    '1',
    '4999',
    '周婷',
  ].map((cell, i) => facts[i] ?? cell)
const upload = (shop: Shop, rows: string[][]) =>
  uploadContracts(shop.guide, {}, fileOf([header, ...rows]))

describe('a file of contracts is looked through', () => {
  test('each bad cell is named by row, column and value; the good contracts by their rows', async () => {
    const shop = await aShop(database.db)
    const [good, bad, lacking, here] = [fresh(), fresh(), fresh(), await entered(shop)]
    const id = await upload(shop, [
      row(good, shop),
      row(bad, shop, { 4: '1381234', 6: 'NO-SUCH', 7: '1.5' }),
      Array<string>(10).fill(''),
      row(good, shop, { 1: '', 2: '', 3: '', 4: '', 5: '', 6: shop.bedside.model, 9: '' }),
      row(bad, shop, { 3: '王大明', 8: 'free' }),
      row(lacking, shop, { 2: '', 9: '' }),
      row(here, shop),
      row('', shop, { 1: '10.3.2026' }),
      row('../etc', shop),
    ])
    const found = await readImport(shop.guide, id)
    expect(found).toMatchObject({ fileName: '合同.csv', rows: 8, missingColumns: [] })
    expect(found.problems).toEqual([
      { row: 3, column: 'phone', header: '手机', value: '1381234', wrong: 'phone' },
      { row: 3, column: 'model', header: '型号', value: 'NO-SUCH', wrong: 'model' },
      { row: 3, column: 'quantity', header: '数量', value: '1.5', wrong: 'quantity' },
      { row: 6, column: 'name', header: '顾客', value: '王大明', wrong: 'differs' },
      { row: 6, column: 'phone', header: '手机', value: '13812340021', wrong: 'differs' },
      { row: 6, column: 'unitPrice', header: '单价', value: 'free', wrong: 'price' },
      { row: 9, column: 'number', header: '合同编号', value: '', wrong: 'required' },
      { row: 9, column: 'orderedOn', header: '订货日期', value: '10.3.2026', wrong: 'day' },
      { row: 10, column: 'number', header: '合同编号', value: '../etc', wrong: 'number' },
    ])
    expect(
      found.contracts.map(({ contract, standing, rows, missing }) => [
        contract.number,
        standing,
        rows,
        missing.map(({ field }) => field),
      ]),
    ).toEqual([
      [good, 'new', [2, 5], []],
      [bad, 'bad', [3, 6], ['phone', 'product']],
      [lacking, 'new', [7], ['deliveryOn', 'clerk']],
      [here, 'exists', [8], []],
      ['', 'bad', [9], expect.arrayContaining(['number', 'orderedOn'])],
      ['../ETC', 'bad', [10], []],
    ])
  })

  test('columns that must be there and aren’t are named', async () => {
    const shop = await aShop(database.db)
    const id = await uploadContracts(
      shop.guide,
      {},
      fileOf([
        ['合同编号', '顾客'],
        ['XS1', '林'],
      ]),
    )
    expect((await readImport(shop.guide, id)).missingColumns).toEqual([
      'orderedOn',
      'model',
      'quantity',
      'unitPrice',
    ])
    await expect(takeOverImport(shop.guide, id)).rejects.toMatchObject({ code: 'importNothing' })
  })

  test.each([
    ['importNoFile', undefined],
    ['importTooBig', { name: 'a.csv', bytes: Buffer.alloc(0), tooBig: true }],
    [
      'importNoHeader',
      fileOf([
        ['nonsense', 'more'],
        ['1', '2'],
      ]),
    ],
    ['importNoHeader', { name: 'a.csv', bytes: Buffer.alloc(0), tooBig: false }],
    ['importEmpty', fileOf([header])],
  ])('%s', async (code, file) => {
    const shop = await aShop(database.db)
    await expect(uploadContracts(shop.guide, {}, file)).rejects.toMatchObject({
      kind: 'invalid',
      code,
    })
  })

  test('Q-12 another store’s file is a missing one; refuses the actor', async () => {
    const { db } = database
    const shop = await aShop(db)
    const id = await upload(shop, [row(fresh(), shop)])
    const stranger = contextOf(db, await aColleague(db, 'store_manager'))
    for (const ctx of [stranger]) {
      await expect(readImport(ctx, id)).rejects.toMatchObject({ kind: 'not_found' })
      await expect(takeOverImport(ctx, id)).rejects.toMatchObject({ kind: 'not_found' })
    }
    await expect(readImport(shop.guide, 'nonsense')).rejects.toMatchObject({ kind: 'not_found' })
    await expect(readImport(shop.warehouse, id)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      uploadContracts(shop.warehouse, {}, fileOf([header, row(fresh(), shop)])),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('a file of contracts is taken over', () => {
  test('the good ones are entered, with all their lines; the bad ones are left out', async () => {
    const { db } = database
    const shop = await aShop(db)
    const [good, bad, lacking] = [fresh(), fresh(), fresh()]
    const id = await upload(shop, [
      row(good, shop),
      row(good, shop, { 6: shop.bedside.model, 7: '2', 8: '"1,299.50"' }),
      row(bad, shop, { 7: '0' }),
      row(lacking, shop, { 9: '' }),
    ])
    expect(await takeOverImport(shop.guide, id)).toBe(2)
    expect(await orderOf(db, good)).toMatchObject({
      status: 'entered',
      storeId: shop.store.id,
      enteredBy: shop.guide.actor.id,
      phone: '+8613812340021',
      orderedOn: '2026-03-10',
    })
    expect(await linesOf(db, good)).toMatchObject([
      { productId: shop.wardrobe.id, quantity: 1, unitPrice: 499900 },
      { productId: shop.bedside.id, quantity: 2, unitPrice: 129950 },
    ])
    expect((await orderOf(db, lacking)).status).toBe('incomplete')
    expect(await db.select().from(orders).where(eq(orders.number, bad))).toEqual([])
    expect(await eventsOf(db, good)).toEqual(['entered'])
    const audit = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `order-import:${id}`))
    expect(audit).toMatchObject([{ action: 'order_imported', actorId: shop.guide.actor.id }])
  })

  test('Q-5 ten times at once, and the same file again: nothing twice', async () => {
    const { db } = database
    const shop = await aShop(db)
    const rows = Array.from({ length: 20 }, () => row(fresh(), shop))
    const [one, same] = [await upload(shop, rows), await upload(shop, rows)]
    const results = await Promise.allSettled(
      [one, one, same, one, same, one, one, same].map((id) => takeOverImport(shop.guide, id)),
    )
    const taken = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(taken.reduce((sum, n) => sum + n, 0)).toBe(20)
    expect(await db.select().from(orders).where(eq(orders.storeId, shop.store.id))).toHaveLength(20)
    for (const [number] of rows) expect(await linesOf(db, number!)).toHaveLength(1)
    await expect(takeOverImport(shop.guide, one)).rejects.toMatchObject({ kind: 'conflict' })
    const again = await upload(shop, rows)
    expect((await readImport(shop.guide, again)).contracts.map(({ standing }) => standing)).toEqual(
      Array(20).fill('exists'),
    )
    await expect(takeOverImport(shop.guide, again)).rejects.toMatchObject({ code: 'importNothing' })
  })

  test('from an Excel workbook, with dates and phones as Excel keeps them', async () => {
    const { db } = database
    const shop = await aShop(db)
    const number = fresh()
    const bytes = workbook([
      [
        'Order No.',
        'Order date',
        'Delivery date',
        'Customer',
        'Phone',
        'Address',
        'Model',
        'Qty',
        'Unit price',
        'Clerk',
      ],
      [
        number,
        excelDate(46091),
        46105,
        'Lin',
        13812340021,
        '18 Caoxi Road',
        shop.wardrobe.model,
        1,
        4999.5,
        'Zhou',
      ],
    ])
    const file = { name: 'contracts.bin', bytes, tooBig: false }
    const id = await uploadContracts(shop.desk, { store: shop.store.id }, file)
    expect((await readImport(shop.desk, id)).problems).toEqual([])
    expect(await takeOverImport(shop.desk, id)).toBe(1)
    expect(await orderOf(db, number)).toMatchObject({
      status: 'entered',
      orderedOn: '2026-03-10',
      deliveryOn: '2026-03-24',
      phone: '+8613812340021',
    })
    expect(await linesOf(db, number)).toMatchObject([{ unitPrice: 499950 }])
  })

  test('2,000 rows at once', async () => {
    const shop = await aShop(database.db)
    const rows = Array.from({ length: 2000 }, () => row(fresh(), shop))
    const id = await upload(shop, rows)
    expect(await takeOverImport(shop.guide, id)).toBe(2000)
  })
})

test('a file that was read is forgotten after a day', async () => {
  const { db } = database
  const shop = await aShop(db)
  const old = await upload(shop, [row(fresh(), shop)])
  await db
    .update(orderImports)
    .set({ createdAt: addHours(tuesdayMorning, -25) })
    .where(eq(orderImports.id, old))
  const kept = await upload(shop, [row(fresh(), shop)])
  expect(await sweepImports(contextOf(db, { kind: 'job' }))).toBe(1)
  await expect(readImport(shop.guide, old)).rejects.toMatchObject({ kind: 'not_found' })
  expect((await readImport(shop.guide, kept)).rows).toBe(1)
})
