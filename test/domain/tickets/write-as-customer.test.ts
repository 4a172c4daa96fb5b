import { describe, expect, test } from 'vitest'
import {
  CustomerMessageForm,
  readTrackedTicket,
  writeAsCustomer,
} from '#app/domain/tickets/index.server.ts'
import { talkExtras } from '#app/domain/tickets/talk-extras.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { serial } from '#test/factories/serial.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { photo, svgNamedJpg } from '#test/setup/photos.ts'

const database = testDatabase()
const key = () => `a-key-for-one-form-${serial()}`
const file = ({ name, buffer }: { name: string; buffer: Buffer }) => ({
  field: 'photos',
  name,
  bytes: buffer,
  tooBig: false,
})

async function scene() {
  const { db } = database
  const ticket = await aTicket(db)
  return { db, ticket, customer: contextOf(db, { kind: 'customer' as const, ticketId: ticket.id }) }
}

describe('IN-8 what a customer writes', () => {
  test('a photo goes along with the message it was sent with, once', async () => {
    const { ticket, customer } = await scene()
    const message = { body: '还在漏', submissionKey: key() }
    const door = file(await photo('door.jpg'))
    await writeAsCustomer(customer, message, [door])
    await writeAsCustomer(customer, message, [door])
    const { talk, pictures } = await readTrackedTicket(customer)
    expect(talk.map(({ body, mine }) => [body, mine])).toEqual([['还在漏', true]])
    expect(pictures.map(({ name, messageId }) => [name, messageId])).toEqual([
      ['door.jpg', talk[0]!.id],
    ])
    const { files } = await talkExtras(customer, [ticket.id])
    expect(files.map(({ messageId }) => messageId)).toEqual([talk[0]!.id])
  })

  test('a photo alone is a message too; nothing at all is none', async () => {
    const { customer } = await scene()
    await writeAsCustomer(customer, { body: '', submissionKey: key() }, [file(await photo())])
    expect((await readTrackedTicket(customer)).talk.map(({ body }) => body)).toEqual(['（照片）'])
    const empty = { body: ' ', submissionKey: key() }
    expect(CustomerMessageForm(0).safeParse(empty).success).toBe(false)
    expect(CustomerMessageForm(1).safeParse(empty).success).toBe(true)
  })

  test('Q-21: with a file that is no photo nothing is sent, and it is named', async () => {
    const { customer } = await scene()
    const message = { body: '请看', submissionKey: key() }
    const files = [file(await photo()), file(svgNamedJpg())]
    await expect(writeAsCustomer(customer, message, files)).rejects.toMatchObject({
      code: 'filesRefused',
      values: { names: files[1]!.name },
    })
    const { talk, pictures } = await readTrackedTicket(customer)
    expect([talk, pictures]).toEqual([[], []])
  })
})
