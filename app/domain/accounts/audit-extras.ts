import type { AuditAction } from '#db/vocabulary/audit.ts'
import { returnReasons } from '#db/vocabulary/returns.ts'

/** Of the settings of returns: what a reason leads to, limits, usual costs, times, and terms. */
export const returnFields = [
  ...returnReasons,
  'desk',
  'general',
  'goodsShare',
  'partShare',
  'residualShare',
  'carriage',
  'visit',
  'repairVisit',
  'decideHours',
  'appealDays',
  'faultAnswerDays',
  'inspectionSample',
  'term',
  'termReasons',
  'termRemedies',
  'termSpan',
  'termUnopened',
  'termModel',
] as const
export type ReturnField = (typeof returnFields)[number]

/** What an entry tells besides the facts of settings and people. */
export const auditExtras = [
  'merged',
  'entries',
  'reason',
  'duty',
  'put',
  'discarded',
  'back',
  'off',
  'file',
  'contracts',
  'filled',
  'status',
  'retired',
  'titleZh',
  'titleEn',
  'problemZh',
  'problemEn',
  'causeZh',
  'causeEn',
  'solutionZh',
  'solutionEn',
  'alsoZh',
  'alsoEn',
  'bodyZh',
  'bodyEn',
  ...returnFields,
] as const
export type AuditExtraWhat = (typeof auditExtras)[number]

export interface AuditExtra {
  what: AuditExtraWhat
  from: string | null
  to: string | null
  /** Whose hours on which day. */
  cell?: { day: string; name: string }
  /** Whom it is about, as the log calls them. */
  subject?: string
}

const shown = 80

/** Reads them out of an entry's data. */
export function extrasOf(action: AuditAction, data: Record<string, unknown>): AuditExtra[] {
  return Object.entries(data).flatMap(([field, value]): AuditExtra[] => {
    const [from, to] = Array.isArray(value) ? value.map(said) : [null, said(value)]
    const change = { from: from ?? null, to: to ?? null }
    if (action === 'duty_changed') {
      const [, day, name] = /^(\d{4}-\d{2}-\d{2}) (.+)$/.exec(field) ?? []
      return day && name ? [{ what: 'duty', ...change, cell: { day, name } }] : []
    }
    if (field === 'merged') return [{ what: 'merged', ...change, subject: `customer:${to}` }]
    if (field === 'status' && action !== 'article_changed') return []
    if (field === 'entries' && to === '1') return []
    const what = auditExtras.find((one) => one === field && one !== 'duty')
    return what && (change.from ?? change.to) !== null ? [{ what, ...change }] : []
  })
}

function said(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string' || value === '') return null
  return value.length > shown ? `${value.slice(0, shown).toWellFormed()}…` : value
}
