import { isShort, type JobSheet } from '#app/domain/papers/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { publicUrl } from '#app/platform/listener.server.ts'
import { type Settings } from '#app/platform/settings.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { weekWords } from '#app/platform/week-words.ts'
import { qrOf } from './qr.server.ts'

export type SheetView = ReturnType<typeof sheetView>
export type CompanyView = ReturnType<typeof companyView>

/** What stands at the foot of every paper. */
export const companyView = (
  { company, serviceHours, callAheadMinutes }: Settings,
  { locale }: Pick<Ctx, 'locale'>,
) => ({
  hotline: company.hotline,
  hours: weekWords(translate(locale), serviceHours),
  callAheadMinutes,
})

/** A job sheet as plain facts, in the reader's language where the business has two names. */
export function sheetView(sheet: JobSheet, { locale }: Pick<Ctx, 'locale'>) {
  const { ticket, crew, order, before, home } = sheet
  const inEnglish = locale === 'en'
  const named = (one: { nameZh: string; nameEn: string }) => (inEnglish ? one.nameEn : one.nameZh)
  return {
    id: sheet.id,
    skill: sheet.skill,
    cancelled: sheet.status === 'cancelled',
    work: sheet.work,
    start: sheet.windowStart.toISOString(),
    end: sheet.windowEnd.toISOString(),
    urgent: sheet.urgent,
    position: sheet.position,
    stops: sheet.stops,
    crew: crew && named(crew),
    members: crew?.members ?? [],
    number: ticket.number,
    severity: ticket.severity,
    name: ticket.name,
    phone: ticket.phone,
    address: ticket.address,
    product: ticket.product,
    description: ticket.description,
    order: order && { number: order.number, deliveredOn: order.deliveredOn },
    warranty: sheet.warranty,
    before: before?.finishedAt && {
      at: before.finishedAt.toISOString(),
      sameCrew: before.crewId === crew?.id,
      crew: (inEnglish ? before.crewEn : before.crewZh) ?? '',
    },
    home,
    marks: sheet.marks.map(({ kind, note, expectedOn }) => ({ kind, note, expectedOn })),
    short: isShort(sheet),
    goods: sheet.goods.map((one) => ({
      name: named(one),
      model: one.model,
      quantity: one.quantity,
      short: one.short,
      atHome: one.atHome,
    })),
    checks: sheet.checks.map((check) => ({
      id: check.id,
      text: inEnglish ? check.textEn : check.textZh,
      must: check.must,
      unit: check.unit,
      lowest: check.lowest,
      highest: check.highest,
    })),
    toGiveBack: sheet.toGiveBack.map(({ number, item }) => ({ number, item })),
    collects: sheet.collects,
    qr: qrOf(
      `${publicUrl()}/crew/visits/${sheet.id}`,
      translate(locale)('paper:sheet.qr', { number: ticket.number }),
    ),
  }
}
