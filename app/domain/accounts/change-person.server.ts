import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { refuseClosed } from '#app/domain/stores/index.server.ts'
import { type Ctx, enqueue, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { endAllSessions } from '#app/platform/session.server.ts'
import { findPerson } from './find-person.server.ts'
import { refusedByDatabase } from './invite-person.server.ts'
import { changesBetween } from './person-changes.ts'
import type { PersonForm } from './person-form.ts'
import { recordAudit, staffSubject } from './record-audit.server.ts'
import { removeSecondFactor } from './set-up-second-factor.server.ts'

/**
 * Changes a colleague's name, roles, store and crew; what changed is in the audit log, from → to.
 * @throws DomainError conflict when the last administrator would stop being one, `storeClosed`
 */
export async function changePerson(ctx: Ctx, id: string, form: PersonForm): Promise<void> {
  authorize(ctx.actor, 'people:manage')
  try {
    await inTransaction(ctx, async (tx) => {
      await lockAdministrators(tx)
      const before = await findPerson(tx, id, { lock: true })
      const changes = changesBetween(before, form)
      if (Object.keys(changes).length === 0) return
      if (before.roles.includes('admin') && !form.roles.includes('admin')) {
        await refuseLastAdministrator(tx, id)
      }
      const { roles, ...facts } = form
      if ('storeId' in changes && facts.storeId !== null) await refuseClosed(tx, facts.storeId)
      await tx.db.update(staff).set(facts).where(eq(staff.id, id))
      await tx.db.delete(staffRoles).where(eq(staffRoles.staffId, id))
      await tx.db.insert(staffRoles).values(roles.map((role) => ({ staffId: id, role })))
      await recordAudit(tx, 'person_changed', staffSubject(id), changes)
      if ('crewId' in changes) {
        await leadNobody(tx, id)
        await countCrewsAgain(tx)
      }
    })
  } catch (error) {
    throw refusedByDatabase(error)
  }
}

/** Shuts a colleague out: every session ends at once. Nothing they did is lost. */
export async function disablePerson(ctx: Ctx, id: string): Promise<void> {
  authorize(ctx.actor, 'people:manage')
  await inTransaction(ctx, async (tx) => {
    await lockAdministrators(tx)
    const person = await findPerson(tx, id, { lock: true })
    if (person.disabledAt) return
    if (person.roles.includes('admin')) await refuseLastAdministrator(tx, id)
    await tx.db.update(staff).set({ disabledAt: tx.now() }).where(eq(staff.id, id))
    await endAllSessions(tx, id)
    await leadNobody(tx, id)
    await recordAudit(tx, 'person_disabled', staffSubject(id))
    if (person.crewId !== null) await countCrewsAgain(tx)
  })
}

export async function enablePerson(ctx: Ctx, id: string): Promise<void> {
  authorize(ctx.actor, 'people:manage')
  await inTransaction(ctx, async (tx) => {
    const person = await findPerson(tx, id, { lock: true })
    if (!person.disabledAt) return
    await tx.db.update(staff).set({ disabledAt: null }).where(eq(staff.id, id))
    await recordAudit(tx, 'person_enabled', staffSubject(id))
    if (person.crewId !== null) await countCrewsAgain(tx)
  })
}

/** For a colleague who lost their phone. */
export async function removePersonsSecondFactor(ctx: Ctx, id: string): Promise<void> {
  authorize(ctx.actor, 'people:manage')
  await inTransaction(ctx, async (tx) => {
    await findPerson(tx, id)
    await removeSecondFactor(tx, id)
  })
}

/** VS-8: a crew is led by one of its members. */
const leadNobody = (tx: Tx, id: string) =>
  tx.db.update(crews).set({ leaderId: null }).where(eq(crews.leaderId, id))

/** How many of a crew are on duty decides whether it works (DS-3): the windows are counted again at once. */
const countCrewsAgain = (tx: Tx) => enqueue(tx, 'make-windows', {}, { key: 'make-windows' })

/** Two administrators who demote each other at once would leave none. */
const lockAdministrators = (tx: Tx) =>
  tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('administrators'))`)

async function refuseLastAdministrator(tx: Tx, id: string): Promise<void> {
  const [other] = await tx.db
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(
      and(
        eq(staffRoles.role, 'admin'),
        isNull(staff.disabledAt),
        sql`${staff.passwordHash} is not null`,
        ne(staff.id, id),
      ),
    )
    .limit(1)
  if (!other) throw refused('lastAdministrator')
}
