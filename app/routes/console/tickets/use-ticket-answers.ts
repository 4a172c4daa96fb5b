import { useState } from 'react'
import type { AnswersView } from './ticket-answers.server.ts'
import { useAnswersTo } from './use-answers-to.ts'

/** The answers beside a ticket: to its own category, or to the one that is being chosen for it. */
export function useTicketAnswers(ticket: { number: string; answers: AnswersView }) {
  const [category, showAnswersTo] = useState<string | null>(null)
  const matter = category && new URLSearchParams({ ticket: ticket.number, category }).toString()
  const found = useAnswersTo(matter, ticket.answers?.found ?? [])
  return { answers: ticket.answers && { ...ticket.answers, found }, showAnswersTo }
}
