import { seeOther } from '#app/platform/http.server.ts'

/** A page that keeps itself up to date is told so; a plain form is taken back to the visit. */
export function savedOrBack(form: FormData, visitId: number): Response {
  return form.has('live') ? Response.json({ saved: true }) : seeOther(`/crew/visits/${visitId}`)
}
