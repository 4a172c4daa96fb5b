import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditLog } from '#db/schema/accounts.ts'
import { orderImports, orders } from '#db/schema/customers.ts'
import { sweepImports } from '#app/domain/orders/index.server.ts'
import { readImport, readMistakes } from '#app/domain/orders/read-import.server.ts'
import { takeOverImport } from '#app/domain/orders/take-over-import.server.ts'
import { uploadContracts } from '#app/domain/orders/upload-contracts.server.ts'
import { addHours } from '#app/platform/time.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aShop, entered, eventsOf, linesOf, orderOf, type Shop } from './scene.ts'
import { fileOf, fresh, header, row } from './sheet.ts'
import { excelDate, workbook } from './workbook.ts'

const database = testDatabase()

const upload = (shop: Shop, rows: string[][]) =>
  uploadContracts(shop.guide, {}, fileOf([header, ...rows]))

describe('a file of contracts is looked through', () => {
  test('each bad cell is named by row, column and value; the good contracts by their rows', async () => {
    const shop = await aShop(database.db)
    const [good, bad, lacking, here] = [fresh(), fresh(), fresh(), await entered(shop)]
    const id = await upload(shop, [
      row(good, shop),
      row(bad, shop, { 4: '1.38E+10', 6: 'NO-SUCH', 7: '1.5' }),
      Array<string>(10).fill(''),
      row(good, shop, { 1: '', 2: '', 3: '', 4: '', 5: '', 6: shop.bedside.model, 9: '' }),
      row(bad, shop, { 3: '王大明', 8: 'free' }),
      row(lacking, shop, { 2: '2026-03-01', 4: '1381234', 9: '' }),
      row(here, shop),
      row('', shop, { 1: '10.3.2026' }),
      row('../etc', shop),
    ])
    const found = await readImport(shop.guide, id)
    expect(found).toMatchObject({ fileName: '合同.csv', rows: 8, missingColumns: [] })
    expect(found.problems).toEqual([
      { row: 3, column: 'phone', header: '手机', value: '1.38E+10', wrong: 'scientific' },
      { row: 3, column: 'model', header: '型号', value: 'NO-SUCH', wrong: 'model', like: [] },
      { row: 3, column: 'quantity', header: '数量', value: '1.5', wrong: 'quantity' },
      {
        row: 6,
        column: 'name',
        header: '顾客',
        value: '王大明',
        wrong: 'differs',
        first: { row: 3, value: '林晓岚' },
      },
      {
        row: 6,
        column: 'phone',
        header: '手机',
        value: '13812340021',
        wrong: 'differs',
        first: { row: 3, value: '1.38E+10' },
      },
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
      [lacking, 'new', [7], ['phone', 'deliveryOn', 'clerk']],
      [here, 'exists', [8], []],
      ['', 'bad', [9], expect.arrayContaining(['number', 'orderedOn'])],
      ['../ETC', 'bad', [10], []],
    ])
  })

  test('a sum below and the template’s example are no contracts; a title above harms nothing', async () => {
    const shop = await aShop(database.db)
    const number = fresh()
    const id = await uploadContracts(
      shop.guide,
      {},
      fileOf([
        ['十一月的合同'],
        header,
        row('例：XS1', shop),
        row(number, shop),
        ['合计', '', '', '', '', '', '', '1', '4999'],
        ['', '', '', '', '', '合计：1 件', '', '1', '4999'],
      ]),
    )
    const { problems, contracts, rows } = await readImport(shop.guide, id)
    expect([problems.map(({ row }) => row), rows]).toEqual([[], 1])
    expect(contracts[0]).toMatchObject({ contract: { number }, standing: 'new' })
  })

  test('the contracts with mistakes come back as the file has them, with what is wrong', async () => {
    const shop = await aShop(database.db)
    const [good, bad] = [fresh(), fresh()]
    const like = shop.wardrobe.model.slice(0, -1)
    const rows = [row(good, shop), row(bad, shop), row(bad, shop, { 6: like })]
    const mistakes = await readMistakes(shop.guide, await upload(shop, rows))
    expect(mistakes.header).toEqual(header)
    expect(mistakes.rows.map(({ cells }) => cells)).toEqual(rows.slice(1))
    expect(mistakes.rows.map(({ problems }) => problems.map(({ wrong }) => wrong))).toEqual([
      [],
      ['model'],
    ])
    expect(mistakes.rows[1]!.problems[0]!.like).toContain(shop.wardrobe.model)
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
    expect(await takeOverImport(shop.guide, id)).toEqual({ entered: 2, filled: 0 })
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

  test('BK-5 uploaded again with its columns corrected, it fills what is missing and nothing else', async () => {
    const { db } = database
    const shop = await aShop(db)
    const [first, touched, elsewhere] = [fresh(), fresh(), fresh()]
    const misspelt = header.map((name) => name.replace('手机', '手机吗').replace('导购', '导够'))
    const rows = [row(first, shop), row(touched, shop, { 5: '' }), row(elsewhere, shop)]
    const before = await uploadContracts(shop.guide, {}, fileOf([misspelt, ...rows]))
    expect((await readImport(shop.guide, before)).unusedColumns).toEqual([
      { called: '手机吗', like: 'phone' },
      { called: '导够', like: 'clerk' },
    ])
    await takeOverImport(shop.guide, before)
    await db
      .update(orders)
      .set({ name: '林先生', returnNote: '？' })
      .where(eq(orders.number, touched))
    await db
      .update(orders)
      .set({ storeId: (await aShop(db)).store.id })
      .where(eq(orders.number, elsewhere))
    const id = await upload(shop, rows)
    expect((await readImport(shop.guide, id)).contracts).toMatchObject([
      { standing: 'fills', adds: ['phone', 'clerk'] },
      { standing: 'fills', adds: ['phone', 'clerk'] },
      { standing: 'exists' },
    ])
    expect(await takeOverImport(shop.guide, id)).toEqual({ entered: 0, filled: 2 })
    expect(await orderOf(db, first)).toMatchObject({
      status: 'entered',
      phone: '+8613812340021',
      clerk: '周婷',
      version: 2,
    })
    expect(await orderOf(db, touched)).toMatchObject({
      status: 'incomplete',
      name: '林先生',
      clerk: '周婷',
    })
    expect((await orderOf(db, elsewhere)).phone).toBe('')
    expect(await eventsOf(db, first)).toEqual(['entered', 'changed'])
    expect((await readImport(shop.guide, id)).done).toEqual([
      { number: first, kind: 'changed' },
      { number: touched, kind: 'changed' },
    ])
  })

  test('the language of the customer, in either', async () => {
    const { db } = database
    const shop = await aShop(db)
    const numbers = [fresh(), fresh(), fresh()] as const
    const id = await uploadContracts(
      shop.guide,
      {},
      fileOf([
        [...header, '语言'],
        [...row(numbers[0], shop), '英文'],
        [...row(numbers[1], shop), ''],
        [...row(numbers[2], shop), 'Français'],
      ]),
    )
    expect((await readImport(shop.guide, id)).problems).toMatchObject([{ wrong: 'language' }])
    await takeOverImport(shop.guide, id)
    expect((await orderOf(db, numbers[0])).locale).toBe('en')
    expect((await orderOf(db, numbers[1])).locale).toBe('zh-CN')
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
    expect(taken.reduce((sum, { entered }) => sum + entered, 0)).toBe(20)
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
    expect(await takeOverImport(shop.desk, id)).toMatchObject({ entered: 1 })
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
    expect(await takeOverImport(shop.guide, id)).toMatchObject({ entered: 2000 })
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
