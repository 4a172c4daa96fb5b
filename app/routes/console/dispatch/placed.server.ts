import type { Visit } from '#app/domain/visits/index.server.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { dayOf } from '#app/platform/time.server.ts'

/** What became of a visit, for a board that is open; a form sent without one goes back to it. */
export function placed(request: Request, visit: Visit): Response {
  const day = dayOf(visit.plannedStart ?? visit.windowStart)
  if (request.headers.get('Accept')?.includes('text/html')) {
    return seeOther(`/console/dispatch/visits/${visit.id}?day=${day}`)
  }
  return Response.json({
    ok: true,
    visit: {
      id: visit.id,
      version: visit.version,
      crewId: visit.crewId,
      start: visit.plannedStart?.toISOString() ?? null,
      end: visit.plannedEnd?.toISOString() ?? null,
      pinned: visit.pinned,
    },
  })
}
