import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { answerHandover, handOver } from '#app/domain/desk/index.server.ts'
import { placeMail } from '#app/domain/inbox/place-mail.server.ts'
import { useAnswerOnTicket } from '#app/domain/knowledge/use-answer-on-ticket.server.ts'
import { askForAnother, keepSamePerson } from '#app/domain/tickets/ask-for-another.server.ts'
import { lookAgain } from '#app/domain/tickets/look-again.server.ts'
import { mergeTicket } from '#app/domain/tickets/merge-ticket.server.ts'
import { registerCall } from '#app/domain/tickets/register-call.server.ts'
import { separateTicket } from '#app/domain/tickets/separate-ticket.server.ts'
import { changeTags } from '#app/domain/tickets/tag-ticket.server.ts'
import { writeNote } from '#app/domain/tickets/write-note.server.ts'
import type { CustomerActor, StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addDays } from '#app/platform/time.server.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import type { Colleague } from './people.server.ts'
import type { Telling } from './telling.ts'

/** How colleagues work on tickets in sight of each other, each step taken by the verb that takes it (IN-6, IN-9). */
export async function workTogether(db: Db, { now, today, team, random }: Telling): Promise<void> {
  let minute = 60
  // One step a minute, the last some minutes ago.
  const clock = () => new Date(now.getTime() - minute * 60_000)
  const ctxOf = <A extends StaffActor | CustomerActor>(actor: A): Ctx<A> => {
    minute--
    const at = clock()
    return { actor, locale: 'zh-CN', now: () => at, db }
  }
  const as = (who: Colleague, role: Role) =>
    ctxOf<StaffActor>({
      ...{ kind: 'staff', id: who.id, name: who.name, roles: [role] },
      ...{ storeId: null, crewId: null, locale: 'zh-CN' },
    })
  const [one, other] = [team.desk[0]!, team.desk[1] ?? team.manager]
  const [first, second, third, fourth, fifth] = await waitingTickets(db, clock())
  const key = () => random.uuid().replaceAll('-', '')

  await changeTags(as(one, 'desk'), first!.number, { add: ['老顾客'], remove: [] })
  await lookAgain(as(one, 'desk'), first!.number, {
    ...{ answered: 'later', day: addDays(today, 2), reason: '等顾客发型号照片' },
  })
  const note = { body: `@${other.name} 顾客要同一色号的门板，仓库有没有？`, submissionKey: key() }
  await writeNote(as(one, 'desk'), first!.number, note)

  const taker = (ticket: Waiting) => (ticket.owner === other.id ? one : other)
  const pass = (ticket: Waiting, note: string) =>
    handOver(as(taker(ticket) === one ? other : one, 'desk'), ticket.number, {
      to: taker(ticket).id,
      note,
    })
  await pass(second!, '顾客讲上海话，你来跟更合适')
  await answerHandover(as(taker(second!), 'desk'), second!.number, { answer: 'take', reason: '' })
  await pass(third!, '我明天休息，麻烦接一下')
  await answerHandover(as(taker(third!), 'desk'), third!.number, {
    ...{ answer: 'decline', reason: '这周在跟展厅的单子，排不开' },
  })
  await pass(fourth!, '配件到了会打电话来')

  const again = await registerCall(as(one, 'desk'), {
    ...{ submissionKey: key(), channel: 'phone', kind: fifth!.kind, category: fifth!.category },
    ...{ phone: fifth!.phone, name: fifth!.name, address: fifth!.address, email: '' },
    ...{ product: fifth!.product, description: '又打来问同一件事', severity: 3 },
    ...{ preferredDays: '', orderNumber: '', language: 'zh-CN' },
  })
  const merge = async () => {
    const [row] = await rows<{ version: number }>(
      db,
      sql`select version from tickets where number = ${again}`,
    )
    await mergeTicket(as(one, 'desk'), again, { into: fifth!.number, version: row!.version })
  }
  await merge()
  await separateTicket(as(one, 'desk'), again)
  await merge()

  const [answer] = await rows<{ slug: string }>(
    db,
    sql`select slug from articles where status = 'published' order by id limit 1`,
  )
  await useAnswerOnTicket(as(one, 'desk'), fifth!.number, { answer: answer!.slug })
  const [mail] = await rows<{ id: string }>(
    db,
    sql`select id from inbound_mails where status = 'review' and not automatic order by received_at limit 1`,
  )
  await placeMail(as(one, 'desk'), mail!.id, { number: second!.number })
  const customer = ctxOf<CustomerActor>({ kind: 'customer', ticketId: third!.id })
  await askForAnother(customer, {
    ...{ who: 'desk', words: '上次沟通不太顺，想请另一位同事联系我', submissionKey: key() },
  })
  await askForAnother(customer, { who: 'crew', words: '', submissionKey: key() })
  await keepSamePerson(customer, { who: 'crew', submissionKey: key() })
}

interface Waiting {
  id: number
  number: string
  kind: 'repair'
  category: string
  phone: string
  name: string
  address: string
  product: string
  owner: string | null
}

/** Assessed ones to which nothing has happened lately, and whose customers have no address to write to. */
const waitingTickets = (db: Db, since: Date) =>
  rows<Waiting>(
    db,
    sql`select id::int, number, kind, category, phone, name, address, product, owner_id as owner
      from tickets
      where status in ('triaged', 'scheduled') and locale = 'zh-CN' and email is null and kind <> 'complaint'
        and not exists (select from ticket_events e where e.ticket_id = tickets.id and e.at > ${since.toISOString()})
      order by id limit 5`,
  )

const rows = async <Row>(db: Db, query: ReturnType<typeof sql>) =>
  (await db.execute(query)) as unknown as Row[]
