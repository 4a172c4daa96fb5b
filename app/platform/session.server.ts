import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle'
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { Lucia, TimeSpan } from 'lucia'
import { createCookie } from '@remix-run/node'
import type { Role } from '#db/vocabulary/roles.ts'
import { sessions, staff, staffRoles } from '#db/schema/accounts.ts'
import type { StaffActor } from './actor.ts'
import type { Ctx } from './context.server.ts'
import { environment } from './environment.server.ts'
import { runtime } from './runtime.server.ts'
import { addHours, addMinutes } from './time.server.ts'

interface SessionAttributes {
  endsAt: Date
  complete: boolean
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>
    UserId: string
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: { disabledAt: Date | null }
  }
}

function makeLucia() {
  const adapter = new DrizzlePostgreSQLAdapter(runtime().db, sessions, staff)
  return new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(environment().SESSION_IDLE_MINUTES, 'm'),
    getSessionAttributes: ({ endsAt, complete }) => ({ endsAt, complete }),
    getUserAttributes: ({ disabledAt }) => ({ disabledAt }),
  })
}

let made: ReturnType<typeof makeLucia> | undefined
const lucia = () => (made ??= makeLucia())

/** Served over TLS, cookies take the `__Host-` prefix, which browsers tie to this host alone. */
export const overTls = () => environment().PUBLIC_URL?.startsWith('https:') ?? false
const cookie = () =>
  createCookie(overTls() ? '__Host-session' : 'session', {
    httpOnly: true,
    sameSite: 'lax',
    secure: overTls(),
    path: '/',
  })

/** The cookie that ends what the browser remembers. */
export const noSessionCookie = () => cookie().serialize('', { maxAge: 0 })

/** A new session, under a new id, whatever the browser held before. @returns the cookie to set */
export async function startSession(ctx: Ctx, staffId: string, { complete }: { complete: boolean }) {
  const [person] = await ctx.db
    .select({ roles: whoTheyAre.roles })
    .from(staff)
    .where(eq(staff.id, staffId))
  if (complete && person && isOnlyCrew(person.roles)) return startWorkingDay(ctx, staffId)
  const session = await lucia().createSession(staffId, {
    endsAt: addHours(ctx.now(), environment().SESSION_MAX_HOURS),
    complete,
  })
  return cookie().serialize(session.id)
}

/** A phone without network for hours is no idle one: a crew's session lasts a working day, and outlives the browser. */
async function startWorkingDay(ctx: Ctx, staffId: string) {
  const hours = environment().CREW_SESSION_HOURS
  const endsAt = addHours(ctx.now(), hours)
  const session = await lucia().createSession(staffId, { endsAt, complete: true })
  await ctx.db.update(sessions).set({ expiresAt: endsAt }).where(eq(sessions.id, session.id))
  return cookie().serialize(session.id, { maxAge: hours * 3600 })
}

const isOnlyCrew = (roles: readonly Role[]) =>
  roles.length > 0 && roles.every((role) => role === 'crew')

export interface SignedIn {
  sessionId: string
  /** False while the second factor is still owed. */
  complete: boolean
  actor: StaffActor
}

const whoTheyAre = {
  id: staff.id,
  name: staff.name,
  storeId: staff.storeId,
  crewId: staff.crewId,
  locale: staff.locale,
  roles: sql<
    Role[]
  >`array(select ${staffRoles.role} from ${staffRoles} where ${staffRoles.staffId} = ${staff.id})`,
}

async function sessionIdOf(request: Request): Promise<string | null> {
  const id: unknown = await cookie().parse(request.headers.get('Cookie'))
  return typeof id === 'string' && id !== '' ? id : null
}

/** Who this request's cookie belongs to; idle and absolute ends and a disabled account all end it. */
export async function signedIn(ctx: Ctx, request: Request): Promise<SignedIn | null> {
  const id = await sessionIdOf(request)
  if (id === null) return null
  const { session, user } = await lucia().validateSession(id)
  if (!session) return null
  if (session.endsAt <= ctx.now() || user.disabledAt) {
    await lucia().invalidateSession(id)
    return null
  }
  const [row] = await ctx.db.select(whoTheyAre).from(staff).where(eq(staff.id, user.id))
  if (!row) return null
  if (!isOnlyCrew(row.roles)) await endWorkingDay(ctx, session)
  return {
    sessionId: id,
    complete: session.complete,
    actor: { kind: 'staff', ...row },
  }
}

/** Somebody who got another role than a crew's has a session like everybody else from then on. */
async function endWorkingDay(ctx: Ctx, { id, expiresAt }: { id: string; expiresAt: Date }) {
  const idleEnd = addMinutes(ctx.now(), environment().SESSION_IDLE_MINUTES)
  // A session that was just used ends some moments later, by another clock.
  if (expiresAt <= addMinutes(idleEnd, 1)) return
  const endsAt = addHours(ctx.now(), environment().SESSION_MAX_HOURS)
  await ctx.db
    .update(sessions)
    .set({
      expiresAt: idleEnd,
      endsAt: sql`least(${sessions.endsAt}, ${endsAt.toISOString()}::timestamptz)`,
    })
    .where(eq(sessions.id, id))
}

/** Who is signed in, for an open stream: looking is no use of the session, which goes on towards its idle end. */
export async function seenSignedIn(
  ctx: Ctx,
  request: Request,
): Promise<Pick<SignedIn, 'sessionId' | 'actor'> | null> {
  const sessionId = await sessionIdOf(request)
  if (sessionId === null) return null
  const actor = (await standingSessions(ctx, [sessionId])).get(sessionId)
  return actor ? { sessionId, actor } : null
}

/** Those of these sessions that have not ended, with whose they are as they are now; none is used by it. */
export async function standingSessions(
  ctx: Pick<Ctx, 'db' | 'now'>,
  ids: readonly string[],
): Promise<Map<string, StaffActor>> {
  const rows = await ctx.db
    .select({ sessionId: sessions.id, ...whoTheyAre })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.userId))
    .where(
      and(
        inArray(sessions.id, [...ids]),
        gt(sessions.expiresAt, ctx.now()),
        gt(sessions.endsAt, ctx.now()),
        eq(sessions.complete, true),
        isNull(staff.disabledAt),
      ),
    )
  return new Map(rows.map(({ sessionId, ...person }) => [sessionId, { kind: 'staff', ...person }]))
}

export const endSession = (sessionId: string) => lucia().invalidateSession(sessionId)

/** Ends every session of a person: sign-out everywhere, password change, disabling. */
export async function endAllSessions(ctx: Ctx, staffId: string): Promise<void> {
  await ctx.db.delete(sessions).where(eq(sessions.userId, staffId))
}
