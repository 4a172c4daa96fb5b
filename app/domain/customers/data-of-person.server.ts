import { and, asc, eq, inArray, notInArray, or } from 'drizzle-orm'
import { customerContacts, customers, orderLines, orders } from '#db/schema/customers.ts'
import { followUps, inspectionAnswers, ratings } from '#db/schema/follow-ups.ts'
import { messages } from '#db/schema/messages.ts'
import { products } from '#db/schema/stores.ts'
import { attachments, ticketMessages, tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { AttachmentStage } from '#db/vocabulary/attachments.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { casesOfPerson, complaintsOfPerson } from './cases-of-person.server.ts'

/** All rows that are a person's own, under each of the entries we have of them. */
export async function dataOfPerson(tx: Tx, person: number[]) {
  return {
    person: await tx.db
      .select({
        name: customers.name,
        phone: customers.phone,
        email: customers.email,
        address: customers.address,
        language: customers.locale,
        since: customers.createdAt,
        grade: customers.grade,
        lastContact: customers.contactedAt,
        nextContact: customers.contactDue,
        contractUntil: customers.contractUntil,
      })
      .from(customers)
      .where(inArray(customers.id, person))
      .orderBy(asc(customers.id)),
    contacts: await tx.db
      .select({
        kind: customerContacts.kind,
        value: customerContacts.value,
        label: customerContacts.label,
      })
      .from(customerContacts)
      .where(inArray(customerContacts.customerId, person))
      .orderBy(asc(customerContacts.id)),
    orders: await tx.db
      .select({
        number: orders.number,
        status: orders.status,
        orderedOn: orders.orderedOn,
        deliveredOn: orders.deliveredOn,
        name: orders.name,
        phone: orders.phone,
        address: orders.address,
        requirements: orders.requirements,
        product: products.nameZh,
        productEn: products.nameEn,
        model: products.model,
        quantity: orderLines.quantity,
        /** Minor units. */
        unitPrice: orderLines.unitPrice,
        currency: orderLines.currency,
      })
      .from(orders)
      .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
      .innerJoin(products, eq(products.id, orderLines.productId))
      .where(inArray(orders.customerId, person))
      .orderBy(asc(orders.orderedOn), asc(orderLines.id)),
    tickets: await tx.db
      .select({
        number: tickets.number,
        kind: tickets.kind,
        status: tickets.status,
        category: tickets.category,
        channel: tickets.channel,
        product: tickets.product,
        description: tickets.description,
        name: tickets.name,
        phone: tickets.phone,
        email: tickets.email,
        address: tickets.address,
        preferredDays: tickets.preferredDays,
        createdAt: tickets.createdAt,
        resolvedAt: tickets.resolvedAt,
        closedAt: tickets.closedAt,
        solution: tickets.solution,
      })
      .from(tickets)
      .where(inArray(tickets.customerId, person))
      .orderBy(asc(tickets.createdAt), asc(tickets.id)),
    messages: await tx.db
      .select({
        ticket: tickets.number,
        direction: ticketMessages.direction,
        body: ticketMessages.body,
        at: ticketMessages.createdAt,
      })
      .from(ticketMessages)
      .innerJoin(tickets, eq(tickets.id, ticketMessages.ticketId))
      .where(inArray(tickets.customerId, person))
      .orderBy(asc(ticketMessages.id)),
    visits: await tx.db
      .select({
        ticket: tickets.number,
        status: visits.status,
        service: visits.skill,
        windowStart: visits.windowStart,
        windowEnd: visits.windowEnd,
        arrivedAt: visits.arrivedAt,
        finishedAt: visits.finishedAt,
        workDone: visits.workDone,
        outcome: visits.outcome,
      })
      .from(visits)
      .innerJoin(tickets, eq(tickets.id, visits.ticketId))
      .where(inArray(tickets.customerId, person))
      .orderBy(asc(visits.windowStart), asc(visits.id)),
    ratings: await ratingsOf(tx, person),
    cases: await casesOfPerson(tx, person),
    complaints: await complaintsOfPerson(tx, person),
    // Colleagues get mails about tickets too; those are not the customer's.
    mails: await tx.db
      .select({
        ticket: tickets.number,
        template: messages.template,
        status: messages.status,
        subject: messages.subject,
        at: messages.createdAt,
        sentAt: messages.sentAt,
      })
      .from(messages)
      .innerJoin(tickets, eq(tickets.id, messages.ticketId))
      .where(and(inArray(tickets.customerId, person), eq(messages.recipient, tickets.email)))
      .orderBy(asc(messages.createdAt)),
  }
}

/** What colleagues keep for themselves: their own pictures, those of an original that came back, and of who is answerable. */
const ownStages = ['desk', 'inspection', 'evidence'] as const satisfies readonly AttachmentStage[]

/** Pictures and papers but those that colleagues keep for themselves. */
export async function filesOfPerson(tx: Tx, person: number[]) {
  const theirs = tx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(inArray(tickets.customerId, person))
  const ticketIds = (await theirs).map(({ id }) => id)
  if (ticketIds.length === 0) return []
  const trips = await tx.db
    .select({ id: visits.id })
    .from(visits)
    .where(inArray(visits.ticketId, ticketIds))
  const visitIds = trips.map(({ id }) => id)
  return tx.db
    .select({
      id: attachments.id,
      stage: attachments.stage,
      contentType: attachments.contentType,
      sha256: attachments.sha256,
      name: attachments.originalName,
      at: attachments.createdAt,
    })
    .from(attachments)
    .where(
      and(
        or(
          inArray(attachments.ticketId, ticketIds),
          visitIds.length > 0 ? inArray(attachments.visitId, visitIds) : undefined,
        ),
        notInArray(attachments.stage, [...ownStages]),
      ),
    )
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
}

/** What they said of visits, and on managers' calls (FU-5). */
async function ratingsOf(tx: Tx, person: number[]) {
  const given = await tx.db
    .select({ ticket: tickets.number, ...scoresIn(ratings), at: ratings.updatedAt })
    .from(ratings)
    .innerJoin(visits, eq(visits.id, ratings.visitId))
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(inArray(tickets.customerId, person))
  const inspected = await tx.db
    .select({ ticket: tickets.number, ...scoresIn(inspectionAnswers), at: inspectionAnswers.at })
    .from(inspectionAnswers)
    .innerJoin(followUps, eq(followUps.id, inspectionAnswers.followUpId))
    .innerJoin(tickets, eq(tickets.id, followUps.ticketId))
    .where(inArray(tickets.customerId, person))
  return [...given, ...inspected].sort((one, other) => one.at.getTime() - other.at.getTime())
}

const scoresIn = (table: typeof ratings | typeof inspectionAnswers) => ({
  attitude: table.attitude,
  quality: table.quality,
  solved: table.solved,
  punctuality: table.punctuality,
  tidiness: table.tidiness,
  recommend: table.recommend,
  words: table.words,
})
