import { and, eq, isNull } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { defaultLocale } from '#db/vocabulary/locales.ts'
import type { DecisionLevel } from '#db/vocabulary/returns.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** RX-2: those who sign at this level, to be written to. */
export async function approversAt(ctx: Ctx, level: DecisionLevel) {
  const role = level === 'general' ? 'general_manager' : 'aftersales_manager'
  const rows = await ctx.db
    .select({ id: staff.id, name: staff.name, email: staff.email, locale: staff.locale })
    .from(staff)
    .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(and(eq(staffRoles.role, role), isNull(staff.disabledAt)))
    .orderBy(staff.email)
  return rows.map(({ locale, ...one }) => ({ ...one, locale: locale ?? defaultLocale }))
}
