import { type CrewPapers, loadListOf } from '#app/domain/papers/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { publicUrl } from '#app/platform/listener.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { qrOf } from './qr.server.ts'
import { sheetView } from './sheet-view.server.ts'

export type LoadView = ReturnType<typeof loadView>

/** A crew's load list as plain facts. */
export function loadView({ crew, sheets }: CrewPapers, ctx: Pick<Ctx, 'locale'>) {
  const inEnglish = ctx.locale === 'en'
  const { stops, totals } = loadListOf(sheets)
  return {
    crewId: crew.id,
    crew: inEnglish ? crew.nameEn : crew.nameZh,
    vehicle: crew.vehicle,
    members: crew.members,
    stops: stops.map((sheet) => {
      const { qr: _, checks: __, ...view } = sheetView(sheet, ctx)
      return view
    }),
    totals: totals.map(({ nameZh, nameEn, ...total }) => ({
      ...total,
      name: inEnglish ? nameEn : nameZh,
    })),
    qr: qrOf(`${publicUrl()}/crew`, translate(ctx.locale)('paper:load.qr')),
  }
}
