import type { freeCrews } from '#app/domain/visits/index.server.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import type { Locale } from '#db/vocabulary/locales.ts'

/** Who can take a visit and who can't, as plain facts in the reader's language. */
export function crewsView({ free, busy }: Awaited<ReturnType<typeof freeCrews>>, locale: Locale) {
  const en = locale === 'en'
  const named = (one: { nameZh: string; nameEn: string }) => (en ? one.nameEn : one.nameZh)
  return {
    free: free.map(({ crew, start, end, way, detour, short, load, lastTime, atHome, rating }) => ({
      id: crew.id,
      name: named(crew),
      skills: crew.skills as Skill[],
      start: start.toISOString(),
      end: end.toISOString(),
      way,
      detour,
      short: Math.ceil(short),
      load,
      lastTime,
      atHome,
      area: en ? crew.areaEn : crew.areaZh,
      rating: rating && { mean: rating.mean.toFixed(1), count: rating.count },
    })),
    busy: busy.map(({ crew, why, taken }) => ({
      id: crew.id,
      name: named(crew),
      why,
      taken: taken && { start: taken.start.toISOString(), end: taken.end.toISOString() },
    })),
  }
}

export type CrewsView = ReturnType<typeof crewsView>
