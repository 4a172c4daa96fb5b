import type { Email } from './email.ts'
import { Action, Paragraph, Quote } from './parts.tsx'

export const ticketsOverdue: Email<'tickets-overdue'> = {
  subject: ({ words, params }) => words['tickets-overdue'].subject(params),
  preview: ({ words, params }) => words['tickets-overdue'].preview(params),
  heading: ({ words }) => words['tickets-overdue'].heading,
  footer: ({ words, params: { company } }) => [
    words['staff-invitation'].whyColleague({ company: company.name }),
  ],
  content: ({ words, params }) => (
    <>
      <Paragraph>{words['tickets-overdue'].intro(params)}</Paragraph>
      <Quote>{params.list}</Quote>
      {params.more !== '' && (
        <Paragraph>{words['tickets-overdue'].others({ more: params.more })}</Paragraph>
      )}
      <Action words={words} url={params.url}>
        {words['tickets-overdue'].button}
      </Action>
    </>
  ),
}
