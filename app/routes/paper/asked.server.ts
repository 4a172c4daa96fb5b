import type { Ctx } from '#app/platform/context.server.ts'
import { dayOf, isDay } from '#app/platform/time.server.ts'

const kinds = ['both', 'sheets', 'loads'] as const
type PaperKind = (typeof kinds)[number]

interface Asked {
  day: string
  crewId: number | null
  what: PaperKind
  /** Also what is finished already. */
  done: boolean
}

/** Which papers an address asks for: what it doesn't say, or says wrongly, is today, every crew, all of them. */
export function askedPapers(request: Request, { now }: Pick<Ctx, 'now'>): Asked {
  const asked = new URL(request.url).searchParams
  const day = asked.get('day') ?? ''
  const crew = asked.get('crew') ?? ''
  return {
    day: isDay(day) && day > '2000-01-01' && day < '2100-01-01' ? day : dayOf(now()),
    crewId: /^[1-9]\d{0,14}$/.test(crew) ? Number(crew) : null,
    what: kinds.find((one) => one === asked.get('what')) ?? 'both',
    done: asked.get('done') === '1',
  }
}

/** The same day's papers of each kind. */
export const paperKinds = (asked: Asked) =>
  kinds.map((what) => ({
    what,
    href: papersPath({ ...asked, what }),
    current: what === asked.what,
  }))

export function papersPath({ day, crewId, what, done }: Asked): string {
  const crew = crewId === null ? '' : `&crew=${crewId}`
  return `/console/dispatch/paper?day=${day}${crew}&what=${what}${done ? '&done=1' : ''}`
}
