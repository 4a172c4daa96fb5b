import { type ReadRecord, readRecord } from '#app/domain/work/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { weekWords } from '#app/platform/week-words.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { publicUrl } from '#app/platform/listener.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { qrOf } from './qr.server.ts'
import { recordView } from './record-view.server.ts'

/** @param at where the page itself is, and where its pictures are */
export async function recordPage(
  ctx: Ctx,
  visitId: number,
  at: { path: string; file: (id: string) => string },
) {
  const read: ReadRecord = await readRecord(ctx, visitId)
  const { company, serviceHours } = await currentSettings(ctx)
  const t = translate(ctx.locale)
  const { number } = read
  return {
    title: `${t('record:pageTitle', { number })} – ${t('brand')}`,
    record: recordView(read, ctx, at.file),
    qr: qrOf(publicUrl() + at.path, t('record:qr', { number })),
    company: ctx.locale === 'en' ? company.nameEn : company.nameZh,
    hotline: { number: company.hotline, hours: weekWords(t, serviceHours) },
  }
}
