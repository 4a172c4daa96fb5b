import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, type ShouldRevalidateFunction, useLoaderData, useLocation } from '@remix-run/react'
import { useState } from 'react'
import { inReadersWords } from '#app/domain/bookings/index.server.ts'
import { deskOfTicket } from '#app/domain/desk/index.server.ts'
import { promisesOfTicket } from '#app/domain/promises/index.server.ts'
import { readTicket } from '#app/domain/tickets/read-ticket.server.ts'
import { marksOf } from '#app/domain/visits/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Column, WithSide } from '#app/ui/console/layout.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { useHotkeys } from '../hotkeys.ts'
import { Composer } from './composer.tsx'
import { Conversation } from './conversation.tsx'
import { HandoverStrip } from './handover-strip.tsx'
import { MergeStrip } from './merge-strip.tsx'
import { NextStep } from './next-step.tsx'
import { openComposer } from './open-composer.ts'
import { Presence } from './presence.tsx'
import { answersOfTicket } from './ticket-answers.server.ts'
import { TicketActions } from './ticket-actions.tsx'
import { TicketHead } from './ticket-head.tsx'
import { TicketSide } from './ticket-side.tsx'
import { ticketView } from './ticket-view.server.ts'
import { useTicketAnswers } from './use-ticket-answers.ts'
import { useDesk } from './use-desk.ts'
import { standingOfVisits } from './visit-standing.server.ts'
import { VisitsTable } from './visits-table.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:read')
  const [whole, settings] = await Promise.all([
    readTicket(ctx, params.number!),
    currentSettings(ctx),
  ])
  const [say, promises, marks, desk, answers] = await Promise.all([
    inReadersWords(ctx, whole.ticket),
    promisesOfTicket(ctx, whole.ticket.id),
    marksOf(
      ctx,
      whole.visits.map(({ id }) => id),
    ),
    deskOfTicket(ctx, whole.ticket.id),
    answersOfTicket(ctx, whole),
  ])
  const { product, description } = whole.ticket
  const readable = {
    ...whole,
    ticket: { ...whole.ticket, product: say(product), description: say(description) },
    visits: whole.visits.map((visit) => ({ ...visit, work: say(visit.work) })),
  }
  const view = ticketView(ctx, readable, { settings, submissionKey: newToken(), desk })
  const standing = standingOfVisits(ctx, { promises, marks })
  return { ...view, ...standing, answers, brand: translate(ctx.locale)('brand') }
}

/** After a refusal the page shows what a colleague changed. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus === 409 || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.number} ${data?.title} – ${data?.brand}` },
]

/** One matter on one page: what to do next, the conversation, the facts. */
export default function Ticket() {
  const ticket = useLoaderData<typeof loader>()
  // What was typed on one ticket is never taken along to another.
  return <TicketPage key={ticket.number} ticket={ticket} />
}

function TicketPage({ ticket }: { ticket: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { t } = useWords()
  const desk = useDesk(ticket)
  // Its form has a note and a message of its own.
  const assessing = useLocation().pathname.endsWith('/triage')
  const [looked] = useState(ticket.desk.looked)
  const { answers, showAnswersTo } = useTicketAnswers(ticket)
  useHotkeys({ n: () => openComposer('note'), m: () => openComposer('message') })
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('tickets:crumb')}
            items={[
              { href: '/console/tickets', label: t('console:nav.tickets') },
              { label: ticket.number },
            ]}
          />
        }
      >
        <TicketActions ticket={ticket} />
      </PageHead>
      <WithSide
        sideLabel={t('tickets:facts.label')}
        side={<TicketSide ticket={ticket} answers={answers} since={looked?.event} />}
      >
        <Column foot={!assessing && <Composer ticket={ticket} />}>
          <TicketHead ticket={ticket} level={1} />
          <Presence {...desk} />
          <MergeStrip ticket={ticket} />
          <HandoverStrip ticket={ticket} />
          <Outlet context={{ ...ticket, showAnswersTo }} />
          <Section label={t('tickets:next.label')}>
            <NextStep ticket={ticket} />
          </Section>
          <Section
            title={t('tickets:talk.title')}
            right={t('tickets:talk.count', { count: ticket.talk.length })}
          >
            <Conversation
              entries={ticket.talk}
              since={looked && { at: looked.at, me: ticket.me.id }}
            />
          </Section>
          <Section
            title={t('tickets:visits.title')}
            right={
              ticket.may.propose && (
                <TextLink href={`/console/tickets/${ticket.number}/visits`}>
                  {t('tickets:do.propose')}
                </TextLink>
              )
            }
          >
            <VisitsTable
              visits={ticket.visits}
              linked={ticket.may.seeVisits}
              promised={ticket.promised}
              marked={ticket.marked}
            />
          </Section>
        </Column>
      </WithSide>
    </>
  )
}
