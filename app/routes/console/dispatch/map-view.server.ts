import { type AppLoadContext, redirectDocument } from '@remix-run/node'
import type { Gazetteer } from '#app/domain/travel/index.server.ts'
import { tileOrigin } from '#app/domain/travel/travel-settings-form.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { allowImages } from '#app/platform/headers.server.ts'
import type { Settings } from '#app/platform/settings.server.ts'

interface Known {
  gazetteer: Gazetteer
  settings: Pick<Settings, 'tileUrl' | 'tileCredit'>
}

/** What the dispatcher's map knows besides the day: names of places in the reader's language, cities, tiles. */
export function mapView(
  { gazetteer, settings: { tileUrl, tileCredit } }: Known,
  { locale }: Pick<Ctx, 'locale'>,
) {
  const en = locale === 'en'
  const areas = [...gazetteer.areas.values()]
  const chinese = /\p{Script=Han}/u
  const districts = gazetteer.districts.filter(({ name }) => chinese.test(name) !== en)
  const cities = new Map<string, number[]>()
  for (const { id, cityZh, cityEn } of areas) {
    const city = en ? cityEn : cityZh
    cities.set(city, [...(cities.get(city) ?? []), id])
  }
  return {
    places: [
      ...areas.flatMap(({ nameZh, nameEn, middle }) =>
        middle ? [{ name: en ? nameEn : nameZh, point: middle, area: true }] : [],
      ),
      ...districts.map(({ name, point }) => ({ name, point, area: false })),
    ],
    cities: [...cities].map(([name, areaIds]) => ({ name, areaIds })),
    tiles: tileUrl === null ? null : { url: tileUrl, credit: tileCredit },
  }
}
export type MapView = ReturnType<typeof mapView>

/** The pages under the map's own document. */
const withMap = /^\/console\/dispatch(?:\/(?:visits|plans)\/[^/]+)?(?:\.data)?$/

/**
 * Lets the page show the tiles of the server that is set, and of no other. The policy is the document's: whoever
 * comes from a document without it is sent for a new one.
 */
export function allowTiles(
  { settings: { tileUrl } }: Pick<Known, 'settings'>,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  const origin = tileUrl === null ? null : tileOrigin(tileUrl)
  if (origin === null) return
  allowImages(context, origin)
  const from = request.headers.get('Referer')
  const fetched = request.headers.get('Sec-Fetch-Dest') === 'empty'
  if (!fetched || !from || !URL.canParse(from) || withMap.test(new URL(from).pathname)) return
  const { pathname, search } = new URL(request.url)
  throw redirectDocument(pathname.replace(/\.data$/, '') + search)
}
