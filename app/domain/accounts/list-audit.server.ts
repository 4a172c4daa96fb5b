import { inArray } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { areas, categories, stores } from '#db/schema/stores.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { AuditAction } from '#db/vocabulary/audit.ts'
import { authorize } from '#app/platform/permissions.ts'
import { extrasOf } from './audit-extras.ts'
import { namesOfThings } from './audit-names.server.ts'
import { type AuditFilter, findAudit } from './find-audit.server.ts'
import { changesIn } from './list-changes.server.ts'
import { changeFields, type ChangeField } from './person-changes.ts'
import { nameIn, type TwoNames } from './two-names.ts'

const page = 50
const staffKey = /^staff:([0-9a-f-]{36})$/

/** The audit log, newest first, a page at a time. */
export async function listAudit(ctx: Ctx, filter: AuditFilter) {
  authorize(ctx.actor, 'audit:read')
  const rows = await findAudit(ctx, filter, page + 1)
  const shown = rows.slice(0, page)
  const keys = shown.flatMap((row) => [row.actorId, subjectKey(row.subject)])
  const names = await namesOf(ctx, keys)
  const places = await placeNames(ctx)
  const extras = new Map(shown.map((row) => [row.id, extrasOf(row.action, read(row.data))]))
  const things = await namesOfThings(ctx, [
    filter.subject ?? '',
    ...shown.map((row) => row.subject),
    ...[...extras.values()].flat().flatMap(({ subject }) => subject ?? []),
  ])
  return {
    /** The one thing the page is about. */
    about: filter.subject ? aboutOf(filter.subject, places, things) : null,
    entries: shown.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      action: row.action,
      actor: row.actorId && (names.get(row.actorId) ?? null),
      subject: names.get(subjectKey(row.subject) ?? '') ?? null,
      subjectKey: subjectKey(row.subject),
      message: row.subject.startsWith('message:') ? row.subject.slice(8) : null,
      about: aboutOf(row.subject, places, things),
      /** It tells of something new. */
      added: isAdded(row.action, row.data),
      changes: changesOf(row.data, places),
      facts: tellsFacts(row) ? changesIn(row.data) : [],
      extras: (extras.get(row.id) ?? []).map(({ subject, ...extra }) => ({
        ...extra,
        to: (subject && things.get(subject)) ?? extra.to,
      })),
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
  'store',
  'category',
  'checklist',
  'phrase',
  'article',
  'duty',
  'customer',
  'mail',
  'order-import',
] as const
export type AuditMatter = (typeof auditMatters)[number]

interface About {
  matter: AuditMatter
  key: string
  /** What it is called now, where it has a name. */
  name: string | null
}

function aboutOf(
  subject: string,
  places: Places,
  things: ReadonlyMap<string, string>,
): About | null {
  const [kind, key = ''] = subject.split(':')
  const matter = auditMatters.find((one) => one === kind)
  if (!matter) return null
  const named = matter in places ? places[matter as keyof Places] : null
  return { matter, key, name: named?.get(key) ?? things.get(subject) ?? null }
}

/** What an answer's status means is its own; everything else of a thing is a fact of its page. */
const tellsFacts = ({ action, subject }: { action: AuditAction; subject: string }) =>
  action !== 'article_changed' && auditMatters.some((matter) => subject.startsWith(`${matter}:`))

/** Stores, categories, phrases and answers: the first entry says every name. */
function isAdded(action: AuditAction, data: string | null): boolean {
  const facts = read(data)
  if (action === 'phrase_changed') return 'added' in facts
  const name = facts.nameZh ?? (action === 'article_changed' ? facts.status : undefined)
  return Array.isArray(name) && name[0] === null
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

/** By what the log calls them. */
type Places = Record<'store' | 'crew' | 'area' | 'category', Map<string, string>>

async function placeNames(ctx: Ctx): Promise<Places> {
  const byKey = (rows: ({ id: number | string } & TwoNames)[]) =>
    new Map(rows.map((row) => [String(row.id), nameIn(ctx.locale, row)]))
  const { db } = ctx
  return {
    store: byKey(
      await db.select({ id: stores.id, zh: stores.nameZh, en: stores.nameEn }).from(stores),
    ),
    crew: byKey(await db.select({ id: crews.id, zh: crews.nameZh, en: crews.nameEn }).from(crews)),
    area: byKey(await db.select({ id: areas.id, zh: areas.nameZh, en: areas.nameEn }).from(areas)),
    category: byKey(
      await db
        .select({ id: categories.key, zh: categories.nameZh, en: categories.nameEn })
        .from(categories),
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
    return places[field === 'storeId' ? 'store' : 'crew'].get(String(value)) ?? String(value)
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
