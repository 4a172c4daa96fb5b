import { seeOther } from '#app/platform/http.server.ts'

/** Done: a board that sent the form stays as it is, any other form leads to the board of that day. */
export function planned(request: Request, form: FormData, day: string, path = ''): Response {
  const plain = request.headers.get('Accept')?.includes('text/html')
  if (!plain && form.get('stay') === 'yes') return Response.json({ ok: true })
  return seeOther(`/console/dispatch${path}?day=${day}`)
}
