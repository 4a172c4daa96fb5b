import { eq } from 'drizzle-orm'
import { callScripts } from '#db/schema/follow-ups.ts'
import { callScripts as scriptKeys, type CallScript } from '#db/vocabulary/follow-ups.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'

export interface Script {
  textZh: string
  textEn: string
}

/** A script's key as it stands in an address. @throws DomainError not_found */
export function readScriptKey(given: string | undefined): CallScript {
  const key = scriptKeys.find((one) => one === given)
  if (!key) throw notFound()
  return key
}

/** What a caller says first; without a setting of the company's own the words of the catalogue. */
export async function readScript(ctx: Ctx, key: CallScript): Promise<Script> {
  const [row] = await ctx.db
    .select({ textZh: callScripts.textZh, textEn: callScripts.textEn })
    .from(callScripts)
    .where(eq(callScripts.key, key))
  return row ?? { textZh: catalogueWords('zh-CN', key), textEn: catalogueWords('en', key) }
}

/** Every script in order. */
export async function listScripts(ctx: Ctx): Promise<(Script & { key: CallScript })[]> {
  const rows = await ctx.db.select().from(callScripts)
  return scriptKeys.map(
    (key) =>
      rows.find((row) => row.key === key) ?? {
        key,
        textZh: catalogueWords('zh-CN', key),
        textEn: catalogueWords('en', key),
      },
  )
}

/** With its places still to be filled in. */
const catalogueWords = (locale: 'zh-CN' | 'en', key: CallScript): string =>
  key === 'complaint' || key === 'inspection'
    ? translate(locale)(`calls:script.${key}`, { skipInterpolation: true })
    : translate(locale)(`followUps:script.${key}`, { skipInterpolation: true })
