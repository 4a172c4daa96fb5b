import type { dayOfDispatch } from '#app/domain/visits/index.server.ts'
import { speedIn } from '#app/domain/travel/gazetteer.server.ts'
import type { Pace } from './judge-drop.ts'

/** What the browser needs to estimate a way as the server does. */
export function paceOf({
  gazetteer,
  settings,
}: Pick<Awaited<ReturnType<typeof dayOfDispatch>>, 'gazetteer' | 'settings'>): Pace {
  return {
    detour: settings.detour,
    approachMinutes: settings.approachMinutes,
    usualSpeed: speedIn(gazetteer, null),
    speeds: Object.fromEntries([...gazetteer.areas.values()].map((one) => [one.id, one.speedKmh])),
  }
}
