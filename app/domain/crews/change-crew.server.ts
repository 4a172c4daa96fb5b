import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { crewAreas, crews } from '#db/schema/crews.ts'
import { areas } from '#db/schema/stores.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { crewSubject } from './change-shifts.server.ts'
import { changeSupply } from './change-supply.server.ts'
import type { CrewForm } from './crew-form.ts'

/** A crew as its form shows it. */
export interface CrewFacts {
  nameZh: string
  nameEn: string
  skills: string[]
  homeAreaId: number | null
  areaIds: number[]
  vehicle: string
  /** Who makes the second of the three checks (VS-8): one of its members. */
  leaderId: string | null
  membersNeeded: number
  active: boolean
}

/** A new crew, without shifts and people yet. @returns its key */
export async function addCrew(ctx: Ctx, form: CrewForm): Promise<number> {
  authorize(ctx.actor, 'supply:manage')
  const facts = { ...factsOf(form), leaderId: null }
  return inTransaction(ctx, async (tx) => {
    let added = 0
    await changeSupply(tx, { crewIds: [], windowsToo: true, agreed: undefined }, async () => {
      const [crew] = await tx.db.insert(crews).values(rowOf(facts)).returning({ id: crews.id })
      added = crew!.id
      await serve(tx, added, facts.areaIds)
      await recordAudit(tx, 'crew_changed', crewSubject(added), await changes(tx, null, facts))
    })
    return added
  })
}

/**
 * Changes what a crew can and where it goes.
 * @throws WouldStrand when visits lose their crew and nobody has agreed to that
 */
export async function changeCrew(ctx: Ctx, id: number, form: CrewForm): Promise<void> {
  authorize(ctx.actor, 'supply:manage')
  const after = factsOf(form)
  await inTransaction(ctx, (tx) =>
    changeSupply(tx, { crewIds: [id], windowsToo: true, agreed: form.strands }, async () => {
      const before = await readCrewFacts(tx, id)
      if (stampOf(before) !== form.seen) throw refused('supplyChanged')
      if (stampOf(before) === stampOf(after)) return
      await refuseStrangers(tx, id, after)
      await tx.db.update(crews).set(rowOf(after)).where(eq(crews.id, id))
      await tx.db.delete(crewAreas).where(eq(crewAreas.crewId, id))
      await serve(tx, id, after.areaIds)
      await recordAudit(tx, 'crew_changed', crewSubject(id), await changes(tx, before, after))
    }),
  )
}

/** @throws DomainError not_found */
export async function readCrewFacts(ctx: Ctx, id: number): Promise<CrewFacts> {
  const [crew] = await ctx.db
    .select({
      nameZh: crews.nameZh,
      nameEn: crews.nameEn,
      skills: crews.skills,
      homeAreaId: crews.homeAreaId,
      vehicle: sql<string>`coalesce(${crews.vehicle}, '')`,
      leaderId: crews.leaderId,
      membersNeeded: crews.membersNeeded,
      active: crews.active,
    })
    .from(crews)
    .where(eq(crews.id, id))
  if (!crew) throw notFound()
  const served = await ctx.db
    .select({ id: crewAreas.areaId })
    .from(crewAreas)
    .where(eq(crewAreas.crewId, id))
    .orderBy(asc(crewAreas.areaId))
  const { nameZh, nameEn, skills, homeAreaId, ...rest } = crew
  return { nameZh, nameEn, skills, homeAreaId, areaIds: served.map((area) => area.id), ...rest }
}

/** The home area is one a crew goes to. */
function factsOf({ homeAreaId, areaIds, seen: _, strands: __, ...form }: CrewForm): CrewFacts {
  const served = [...new Set([homeAreaId, ...areaIds])].sort((a, b) => a - b)
  const { nameZh, nameEn, skills, vehicle, leaderId, membersNeeded, active } = form
  return {
    ...{ nameZh, nameEn, skills, homeAreaId, areaIds: served },
    ...{ vehicle, leaderId, membersNeeded, active },
  }
}

const rowOf = ({ areaIds: _, vehicle, ...facts }: CrewFacts) => ({
  ...facts,
  vehicle: vehicle || null,
})

async function serve(tx: Tx, crewId: number, areaIds: number[]): Promise<void> {
  const known = await tx.db.select({ id: areas.id }).from(areas).where(inArray(areas.id, areaIds))
  if (known.length !== areaIds.length) throw invalid('areaGone')
  await tx.db.insert(crewAreas).values(areaIds.map((areaId) => ({ crewId, areaId })))
}

/** Who may lead a crew: its members who are still with us. */
export const membersOfCrew = (ctx: Ctx, id: number) =>
  ctx.db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(and(eq(staff.crewId, id), isNull(staff.disabledAt)))
    .orderBy(asc(staff.name))

async function refuseStrangers(tx: Tx, id: number, { leaderId }: CrewFacts): Promise<void> {
  if (leaderId === null) return
  const members = await membersOfCrew(tx, id)
  if (!members.some((member) => member.id === leaderId)) throw invalid('leaderNotMember')
}

/** What changed, areas and people by their names. */
async function changes(tx: Tx, before: CrewFacts | null, after: CrewFacts) {
  const names = new Map(
    (await tx.db.select({ id: areas.id, name: areas.nameZh }).from(areas)).map(({ id, name }) => [
      id,
      name,
    ]),
  )
  const leaders = [before?.leaderId, after.leaderId].filter((id) => id != null)
  const people = leaders.length
    ? await tx.db
        .select({ id: staff.id, name: staff.name })
        .from(staff)
        .where(inArray(staff.id, leaders))
    : []
  const words = (facts: CrewFacts): Record<string, string> => ({
    nameZh: facts.nameZh,
    nameEn: facts.nameEn,
    skills: facts.skills.join(', '),
    homeArea: facts.homeAreaId === null ? '' : (names.get(facts.homeAreaId) ?? ''),
    areas: facts.areaIds.map((id) => names.get(id) ?? '').join(', '),
    vehicle: facts.vehicle,
    leader: people.find(({ id }) => id === facts.leaderId)?.name ?? '',
    membersNeeded: String(facts.membersNeeded),
    active: String(facts.active),
  })
  const to = words(after)
  const from = before && words(before)
  return Object.fromEntries(
    Object.entries(to)
      .filter(([field, value]) => from?.[field] !== value)
      .map(([field, value]) => [field, [from?.[field] ?? null, value]]),
  )
}

/** Every crew by its key, those no longer in use too. */
export const listCrews = (ctx: Ctx) =>
  ctx.db
    .select({
      id: crews.id,
      nameZh: crews.nameZh,
      nameEn: crews.nameEn,
      skills: crews.skills,
      active: crews.active,
    })
    .from(crews)
    .orderBy(asc(crews.id))
