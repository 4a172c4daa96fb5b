import { and, desc, eq, inArray, lt, or } from 'drizzle-orm'
import { auditLog, staff } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { stores } from '#db/schema/stores.ts'
import type { AuditAction } from '#db/vocabulary/audit.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { changesIn } from './list-changes.server.ts'
import { changeFields, type ChangeField } from './person-changes.ts'
import { staffSubject } from './record-audit.server.ts'
import { nameIn, type TwoNames } from './two-names.ts'

export interface AuditFilter {
  /** A colleague's key: what they did and what was done to them. */
  person: string | null
  action: AuditAction | null
  /** The last entry of the page before. */
  before: number | null
}

const page = 50
const staffKey = /^staff:([0-9a-f-]{36})$/

/** The audit log, newest first, a page at a time. */
export async function listAudit(ctx: Ctx, { person, action, before }: AuditFilter) {
  authorize(ctx.actor, 'audit:read')
  const rows = await ctx.db
    .select()
    .from(auditLog)
    .where(
      and(
        person
          ? or(eq(auditLog.actorId, person), eq(auditLog.subject, staffSubject(person)))
          : undefined,
        action ? eq(auditLog.action, action) : undefined,
        before ? lt(auditLog.id, before) : undefined,
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(page + 1)
  const shown = rows.slice(0, page)
  const keys = shown.flatMap((row) => [row.actorId, subjectKey(row.subject)])
  const names = await namesOf(ctx, person ? [...keys, person] : keys)
  const places = await placeNames(ctx)
  return {
    person: person && (names.get(person) ?? null),
    entries: shown.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      action: row.action,
      actor: row.actorId && (names.get(row.actorId) ?? null),
      subject: names.get(subjectKey(row.subject) ?? '') ?? null,
      subjectKey: subjectKey(row.subject),
      message: row.subject.startsWith('message:') ? row.subject.slice(8) : null,
      about: aboutOf(row.subject),
      changes: changesOf(row.data, places),
      facts: aboutOf(row.subject) ? changesIn(row.data) : [],
      address: addressOf(row.data),
    })),
    next: rows.length > page ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** Everybody, for the filter's list. */
export async function auditPeople(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  authorize(ctx.actor, 'audit:read')
  return ctx.db.select({ id: staff.id, name: staff.name }).from(staff).orderBy(staff.name, staff.id)
}

/** Things that are no colleague and no mail. */
export const auditMatters = [
  'crew',
  'leave',
  'area',
  'service',
  'setting',
  'holiday',
  'window',
] as const
export type AuditMatter = (typeof auditMatters)[number]

function aboutOf(subject: string): { matter: AuditMatter; key: string } | null {
  const [kind, key = ''] = subject.split(':')
  const matter = auditMatters.find((one) => one === kind)
  return matter ? { matter, key } : null
}

const subjectKey = (subject: string) => staffKey.exec(subject)?.[1] ?? null

async function namesOf(ctx: Ctx, keys: (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(keys.filter((key) => key !== null))]
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type Places = Record<'storeId' | 'crewId', Map<number, string>>

async function placeNames(ctx: Ctx): Promise<Places> {
  const byKey = (rows: ({ id: number } & TwoNames)[]) =>
    new Map(rows.map((row) => [row.id, nameIn(ctx.locale, row)]))
  return {
    storeId: byKey(
      await ctx.db.select({ id: stores.id, zh: stores.nameZh, en: stores.nameEn }).from(stores),
    ),
    crewId: byKey(
      await ctx.db.select({ id: crews.id, zh: crews.nameZh, en: crews.nameEn }).from(crews),
    ),
  }
}

export interface AuditChange {
  field: ChangeField
  from: string | null
  to: string | null
}

/** What an entry's data says was changed. */
function changesOf(data: string | null, places: Places): AuditChange[] {
  const facts = read(data)
  return changeFields.flatMap((field) => {
    const pair = facts[field]
    if (!Array.isArray(pair)) return []
    const [from, to] = pair.map((value: unknown) => say(value, field, places))
    return [{ field, from: from ?? null, to: to ?? null }]
  })
}

function say(value: unknown, field: ChangeField, places: Places): string | null {
  if (typeof value === 'number' && (field === 'storeId' || field === 'crewId')) {
    return places[field].get(value) ?? String(value)
  }
  return typeof value === 'string' && value !== '' ? value : null
}

function addressOf(data: string | null): string | null {
  const { address } = read(data)
  return typeof address === 'string' ? address : null
}

function read(data: string | null): Record<string, unknown> {
  return data === null ? {} : (JSON.parse(data) as Record<string, unknown>)
}
