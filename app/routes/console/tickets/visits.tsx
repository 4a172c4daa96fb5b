import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bookOnTicket, deskWindows, isUrgent } from '#app/domain/bookings/index.server.ts'
import { BookOnTicketForm } from '#app/domain/bookings/book-on-ticket-form.ts'
import { findTicket } from '#app/domain/tickets/index.server.ts'
import { proposeVisit } from '#app/domain/visits/index.server.ts'
import { readServices } from '#app/domain/windows/index.server.ts'
import { ProposeVisitForm } from '#app/domain/visits/propose-visit-form.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { may } from '#app/platform/permissions.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { usualService } from '#db/vocabulary/bookings.ts'
import { skills } from '#db/vocabulary/visits.ts'
import { BookWindow } from './book-window.tsx'
import { OtherHours } from './other-hours.tsx'
import { ticketPath } from './use-ticket.ts'

const fewDays = 3

export type VisitsPage = ReturnType<typeof useLoaderData<typeof loader>>

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:propose')
  const ticket = await findTicket(ctx, params.number!)
  const asked = new URL(request.url).searchParams
  const skill = skills.find((one) => one === asked.get('skill')) ?? usualService(ticket.kind)
  const days = Math.min(60, Math.max(fewDays, Number(asked.get('days')) || fewDays))
  const urgent = isUrgent(ticket)
  const { areaId } = ticket
  const minutes = (await readServices(ctx)).find(({ key }) => key === skill)!.durationMinutes
  const today = dayOf(ctx.now())
  return {
    today,
    tomorrow: addDays(today, 1),
    skill,
    urgent,
    minutes,
    overbooks: may(ctx.actor, 'booking:overbook'),
    /** The window that whoever comes from the capacity table has in mind. */
    wanted: asked.get('window'),
    moreDays: days + fewDays * 2,
    ...(areaId === null
      ? { windows: [], more: false }
      : await deskWindows(ctx, { service: skill, areaId, minutes, urgent, days })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:propose')
  const number = params.number!
  const form = await request.formData()
  if (form.get('how') !== 'window') {
    return submitForm(form, ProposeVisitForm, async (proposal) => {
      await proposeVisit(ctx, number, proposal)
      return seeOther(ticketPath(number))
    })
  }
  const reply = await submitForm(form, BookOnTicketForm, async (booking) => {
    await bookOnTicket(ctx, number, booking)
    return seeOther(ticketPath(number))
  })
  return 'data' in reply ? data({ ...reply.data, how: 'window' }, reply.init ?? {}) : reply
}

/** Windows that went meanwhile are no longer offered. */
export const shouldRevalidate = () => true

/** A free window with its crew at once, or other hours that wait for one. */
export default function Visits() {
  const page = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const ofWindow = typeof reply === 'object' && reply !== null && 'how' in reply
  return (
    <>
      <BookWindow page={page} reply={ofWindow ? reply : undefined} />
      <OtherHours page={page} reply={ofWindow ? undefined : reply} />
    </>
  )
}
