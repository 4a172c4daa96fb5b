import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { auditActions } from '../vocabulary/audit.ts'
import { roles } from '../vocabulary/roles.ts'
import { instant, reference } from './columns.ts'
import { crews } from './crews.ts'
import { stores } from './stores.ts'

export const staff = pgTable(
  'staff',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    email: text('email').notNull().unique(),
    name: text('name').notNull(),
    phone: text('phone'),
    /** argon2id; null until the invitation is accepted. */
    passwordHash: text('password_hash'),
    /** Base32 secret of the second factor; counts once it was confirmed by a code. */
    totpSecret: text('totp_secret'),
    totpConfirmedAt: instant('totp_confirmed_at'),
    /** The 30-second step of the last code that was accepted: no code counts twice. */
    totpLastStep: reference('totp_last_step'),
    locale: text('locale', { enum: ['zh-CN', 'en'] }),
    storeId: reference('store_id').references(() => stores.id),
    crewId: reference('crew_id').references(() => crews.id),
    createdAt: instant('created_at').notNull(),
    disabledAt: instant('disabled_at'),
  },
  (t) => [
    check('staff_email_lower', sql`${t.email} = lower(${t.email})`),
    check('staff_totp', sql`${t.totpConfirmedAt} is null or ${t.totpSecret} is not null`),
    index('staff_name').on(t.name, t.id),
    index('staff_crew').on(t.crewId),
  ],
)

export const staffRoles = pgTable(
  'staff_roles',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    role: text('role', { enum: roles }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.role] })],
)

/** idle and absolute ends are both kept by the database. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => staff.id),
    expiresAt: instant('expires_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** The second factor was asked for and given, or none is set up. */
    complete: boolean('complete').notNull().default(true),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

/**
 * A one-time link to set a password: an invitation, a new start, or the first administrator's. The token is worked
 * out from the key and stored hashed.
 */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    tokenHash: text('token_hash').notNull().unique(),
    /** Null for the first administrator, who names themselves. */
    staffId: uuid('staff_id').references(() => staff.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [index('invitations_staff').on(t.staffId)],
)

/** What was done to accounts and settings; append only. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: reference('id').primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id').references(() => staff.id),
    action: text('action', { enum: auditActions }).notNull(),
    subject: text('subject').notNull(),
    data: text('data'),
  },
  (t) => [
    index('audit_log_at').on(t.at.desc(), t.id.desc()),
    index('audit_log_actor').on(t.actorId, t.id.desc()),
    index('audit_log_action').on(t.action, t.id.desc()),
    index('audit_log_subject').on(t.subject, t.id.desc()),
  ],
)

/** Attempts counted per key and span, shared by all server processes. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  count: reference('count').notNull(),
  resetsAt: instant('resets_at').notNull(),
})
