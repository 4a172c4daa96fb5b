import {
  closeDay,
  closeWindow,
  openDay,
  openWindow,
  undoClosing,
} from '#app/domain/windows/index.server.ts'
import { ClosingForm } from '#app/domain/windows/closing-form.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'

/** Closes or opens what the form says, and goes back to the table with what was done. */
export async function takeClosing(ctx: Ctx, request: Request) {
  const search = new URL(request.url).searchParams
  const back = (done: string, count: number, { at, day }: { at?: Date; day?: string } = {}) => {
    const params = new URLSearchParams()
    for (const name of ['area', 'from', 'window']) {
      const value = search.get(name)
      if (value) params.set(name, value)
    }
    params.set('done', done)
    params.set('count', String(count))
    if (at) params.set('at', String(at.getTime()))
    if (day) params.set('day', day)
    return seeOther(`/console/bookings?${params}`)
  }
  return submitForm(await request.formData(), ClosingForm, async (form) => {
    switch (form.intent) {
      case 'close':
        return back('closed', 1, { at: await closeWindow(ctx, form.window, form) })
      case 'open':
        await openWindow(ctx, form.window)
        return back('opened', 1)
      case 'close-day': {
        const { count, at } = await closeDay(ctx, form)
        return back('closed', count, { at, day: form.day })
      }
      case 'open-day':
        return back('opened', await openDay(ctx, form), { day: form.day })
      case 'undo':
        return back('undone', await undoClosing(ctx, form))
    }
  })
}
