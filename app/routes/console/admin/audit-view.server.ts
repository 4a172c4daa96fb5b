import type { AuditExtra } from '#app/domain/accounts/audit-extras.ts'
import type { listAudit } from '#app/domain/accounts/list-audit.server.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { erasedWords } from '#db/vocabulary/customers.ts'
import { isReturnField, sayReturnField, sayReturnValue } from '../returns/settings/change-words.ts'

type Entry = Awaited<ReturnType<typeof listAudit>>['entries'][number]
export type EntryView = ReturnType<typeof entryView>

const addable = [
  'store_changed',
  'category_changed',
  'area_changed',
  'crew_changed',
  'phrase_changed',
  'article_changed',
] as const

/** An entry with what it tells besides settings and people said in words. */
export function entryView(t: Translate, { added, extras, ...entry }: Entry) {
  const own = addable.find((one) => one === entry.action)
  return {
    ...entry,
    what:
      added && own ? t(`overviews:audit.added.${own}`) : t(`admin:audit.actions.${entry.action}`),
    extras: extras.map((extra) => ({
      what: whatOf(t, extra.what),
      cell: extra.cell ?? null,
      from: extra.from === null ? null : say(t, extra, extra.from),
      to: say(t, extra, extra.to),
    })),
  }
}

function whatOf(t: Translate, what: AuditExtra['what']): string | null {
  if (what === 'duty') return null
  return isReturnField(what) ? sayReturnField(t, what) : t(`overviews:audit.extra.${what}`)
}

function say(t: Translate, { what }: Pick<AuditExtra, 'what'>, value: string | null): string {
  if (value === null) return t('admin:none')
  if (isReturnField(what)) return sayReturnValue(t, what, value)
  if (what === 'status') {
    return t(`overviews:audit.standing.${value}` as 'overviews:audit.standing.draft')
  }
  if (what === 'retired') return t(value === 'true' ? 'settings:yes' : 'settings:no')
  return what === 'merged' && value === erasedWords ? t('admin:audit.erased') : value
}
