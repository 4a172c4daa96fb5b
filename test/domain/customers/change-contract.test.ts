import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { customers } from '#db/schema/customers.ts'
import { changeContract, contractStamp } from '#app/domain/customers/change-contract.server.ts'
import { ContractForm } from '#app/domain/customers/contract-form.ts'
import { aCustomer } from '#test/factories/customers.ts'
import { only } from '#test/factories/serial.ts'
import { testDatabase } from '#test/setup/database.ts'
import { as, auditOf } from '../settings/scene.ts'

const database = testDatabase()
const form = (contractUntil: string, was: string | null = null) =>
  ContractForm.parse({ contractUntil, seen: contractStamp({ contractUntil: was }) })
const untilOf = async (id: number) =>
  only(await database.db.select().from(customers).where(eq(customers.id, id))).contractUntil

test('FU-5 a customer’s contract is kept until its last day, taken away, and the log says who', async () => {
  const { id } = await aCustomer(database.db)
  const ctx = await as(database.db, 'desk')
  await changeContract(ctx, id, form('2027-03-31'))
  await changeContract(ctx, id, form('2027-03-31'))
  expect(await untilOf(id)).toBe('2027-03-31')
  await changeContract(ctx, id, form('', '2027-03-31'))
  expect(await untilOf(id)).toBeNull()
  const changes = (await auditOf(database.db, `customer:${id}`)).map(({ by, data }) => [by, data])
  expect(changes).toEqual([
    [ctx.actor.id, { contractUntil: [null, '2027-03-31'] }],
    [ctx.actor.id, { contractUntil: ['2027-03-31', null] }],
  ])
})

test('Q-6 changed by a colleague meanwhile it is refused; so is what is no day, or who may not write', async () => {
  const { id } = await aCustomer(database.db, { contractUntil: '2026-12-31' })
  await expect(
    changeContract(await as(database.db, 'desk'), id, form('2028-01-01')),
  ).rejects.toMatchObject({ code: 'customerChanged' })
  expect(ContractForm.safeParse({ contractUntil: '2026-02-30' }).success).toBe(false)
  await expect(
    changeContract(await as(database.db, 'crew'), id, form('2028-01-01', '2026-12-31')),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  expect(await untilOf(id)).toBe('2026-12-31')
})
