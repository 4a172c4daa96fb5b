import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { indexWords } from '#app/domain/search/index.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addDays, dayOf, instantAt } from '#app/platform/time.server.ts'
import { insertStaffAnswers } from './answers.server.ts'
import { insertCatalogue, insertClosedStore } from './catalogue.server.ts'
import { insertChecklists, insertCrews } from './crews.server.ts'
import { setClocks } from './clocks.server.ts'
import { tellComplaints } from './complaints.server.ts'
import { customerQueue, insertCustomers, makeCustomers } from './customers.server.ts'
import { insertMails, insertPhrases } from './desk.server.ts'
import { insertDuty } from './duty.server.ts'
import { generator } from './generator.ts'
import { insertOrders, makeOrders } from './orders.server.ts'
import { askForThreeChecks } from './inspections.server.ts'
import { callBesides } from './other-calls.server.ts'
import { hasDemoPeople, insertPeople, makePeople } from './people.server.ts'
import { keepPictures, type Pictures } from './pictures.server.ts'
import { tellOfHomes } from './plan-homes.server.ts'
import { tellEverything } from './plan.server.ts'
import { openBooking } from './open-booking.server.ts'
import { fillQueues } from './queues.server.ts'
import { keepInTouch } from './regular-contact.server.ts'
import { remindAll } from './reminders.server.ts'
import { tellReturns } from './returns.server.ts'
import { makeRoster } from './roster.server.ts'
import { insertTold, numberAll } from './rows.server.ts'
import type { Telling } from './telling.ts'
import { workTogether } from './together.server.ts'
import { insertTimeOff, makeTimeOff } from './time-off.server.ts'

const seed = 20_260_318
const demoLock = 7_052_603

/**
 * Fills an empty database with a small company's last thirty days, told from `now`; the same `now` gives the same
 * company. Does nothing where the demo's people are already; processes that start at once load it once.
 */
export async function loadDemo(db: Db, { now }: { now: Date }): Promise<void> {
  if (await hasDemoPeople(db)) return
  const pictures = await keepPictures()
  await db.transaction(async (tx) => {
    // Whoever waits for the lock waits for a whole load.
    await tx.execute(sql`set local statement_timeout = '5min'`)
    await tx.execute(sql`select pg_advisory_xact_lock(${demoLock})`)
    if (await hasDemoPeople(tx)) return
    await load(tx, now, pictures)
  })
}

async function load(db: Db, now: Date, pictures: Pictures): Promise<void> {
  const random = generator(seed)
  const today = dayOf(now)
  const catalogue = await insertCatalogue(db)
  const crews = await insertCrews(db, catalogue)
  const checklist = await insertChecklists(db)
  const people = await makePeople(random, now, catalogue.stores, crews)
  await insertPeople(db, people)
  await askForThreeChecks(db, crews, people.team)
  const since = instantAt(addDays(today, -200), '10:00')
  await insertClosedStore(db, since)
  const customers = await insertCustomers(db, catalogue, makeCustomers(random), since)

  const telling: Telling = {
    now,
    today,
    random,
    settings: await currentSettings({
      db,
      actor: { kind: 'job' },
      locale: 'zh-CN',
      now: () => now,
    }),
    crews,
    checklist,
    team: people.team,
    roster: makeRoster(crews, random),
    timeOff: makeTimeOff(now, crews, people.team),
    nextCustomer: customerQueue(customers),
    tickets: [],
  }
  tellEverything(telling)
  tellOfHomes(telling)
  remindAll(telling)
  await numberAll(db, telling.tickets)
  await insertOrders(db, await makeOrders(db, telling, catalogue, customers))
  await insertTimeOff(db, now, crews, people.team, telling.timeOff)
  await insertTold(db, telling, pictures)
  await insertStaffAnswers(db, now, people.team.desk[0]!.id)
  await insertDuty(db, telling)
  await setClocks(db, telling)
  await fillQueues(db, telling)
  await openBooking(db, telling)
  await insertPhrases(db, telling)
  await insertMails(db, telling)
  await workTogether(db, telling)
  await keepInTouch(db, telling)
  await tellReturns(db, telling)
  await tellComplaints(db, telling)
  await callBesides(db, telling)
  await indexWords({ db, actor: { kind: 'job' }, locale: 'zh-CN', now: () => now })
}
