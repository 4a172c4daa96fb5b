import { type CrewPapers, loadListOf, loadsNothing } from '#app/domain/papers/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { publicUrl } from '#app/platform/listener.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { qrOf } from './qr.server.ts'
import { sheetView } from './sheet-view.server.ts'

export type LoadView = NonNullable<ReturnType<typeof loadView>>

/** A crew's load list as plain facts; null when there is nothing to load. */
export function loadView({ crew, sheets }: CrewPapers, ctx: Pick<Ctx, 'locale'>) {
  const inEnglish = ctx.locale === 'en'
  const list = loadListOf(sheets)
  if (loadsNothing(list)) return null
  const { stops, totals } = list
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
