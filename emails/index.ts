import { createElement } from 'react'
import { render, toPlainText } from '@react-email/render'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { EmailTemplate } from '#db/vocabulary/messages.ts'
import type { EmailWords } from '#app/i18n/zh-CN/emails.ts'
import chinese from '#app/i18n/zh-CN/emails.ts'
import english from '#app/i18n/en/emails.ts'
import type { Email, EmailParams } from './email.ts'
import { oneLine, withoutInvisible } from './inert.ts'
import { crewNoShow } from './crew-no-show.tsx'
import { crewOnTheWay } from './crew-on-the-way.tsx'
import { customerNoShow } from './customer-no-show.tsx'
import { complaintOpened } from './complaint-opened.tsx'
import { faultDecided } from './fault-decided.tsx'
import { faultRaised } from './fault-raised.tsx'
import { Layout } from './layout.tsx'
import { custodyReceipt } from './custody-receipt.tsx'
import { messageToCustomer } from './message-to-customer.tsx'
import { orderNotReady } from './order-not-ready.tsx'
import { orderReady } from './order-ready.tsx'
import { orderReturned } from './order-returned.tsx'
import { returnDecided } from './return-decided.tsx'
import { returnAppealed } from './return-appealed.tsx'
import { returnToApprove } from './return-to-approve.tsx'
import { staffInvitation } from './staff-invitation.tsx'
import { ticketReceived } from './ticket-received.tsx'
import { ticketUrgent } from './ticket-urgent.tsx'
import { ticketsOverdue } from './tickets-overdue.tsx'
import { ticketResolved } from './ticket-resolved.tsx'
import { visitBooked } from './visit-booked.tsx'
import { visitCancelled } from './visit-cancelled.tsx'
import { visitConfirmed } from './visit-confirmed.tsx'
import { visitEscalated } from './visit-escalated.tsx'
import { visitFinished } from './visit-finished.tsx'
import { visitLate } from './visit-late.tsx'
import { visitMoved } from './visit-moved.tsx'
import { visitPartsShort } from './visit-parts-short.tsx'
import { visitReminder } from './visit-reminder.tsx'
import { visitSigned } from './visit-signed.tsx'

export type { Company, EmailParams } from './email.ts'
export type RenderedEmail = { subject: string; html: string; text: string }

export const emails: { [T in EmailTemplate]: Email<T> } = {
  'ticket-received': ticketReceived,
  'message-to-customer': messageToCustomer,
  'visit-confirmed': visitConfirmed,
  'visit-moved': visitMoved,
  'visit-cancelled': visitCancelled,
  'visit-booked': visitBooked,
  'visit-reminder': visitReminder,
  'visit-parts-short': visitPartsShort,
  'crew-on-the-way': crewOnTheWay,
  'visit-late': visitLate,
  'customer-no-show': customerNoShow,
  'crew-no-show': crewNoShow,
  'visit-finished': visitFinished,
  'ticket-resolved': ticketResolved,
  'order-ready': orderReady,
  'order-not-ready': orderNotReady,
  'order-returned': orderReturned,
  'visit-escalated': visitEscalated,
  'tickets-overdue': ticketsOverdue,
  'ticket-urgent': ticketUrgent,
  'custody-receipt': custodyReceipt,
  'visit-signed': visitSigned,
  'return-decided': returnDecided,
  'return-to-approve': returnToApprove,
  'return-appealed': returnAppealed,
  'complaint-opened': complaintOpened,
  'fault-raised': faultRaised,
  'fault-decided': faultDecided,
  'staff-invitation': staffInvitation,
}

const wordsIn: Record<Locale, EmailWords> = { 'zh-CN': chinese, en: english }

const subjectLength = 150
const nameLength = 80

/**
 * A mail ready to send: both parts free of control characters, the subject one line of at most
 * 150 characters. `{{link:…}}` in a value comes out as it went in, to be filled in by the sender.
 */
export async function renderEmail<T extends EmailTemplate>(
  template: T,
  locale: Locale,
  params: EmailParams[T],
): Promise<RenderedEmail> {
  const email: Email<T> = emails[template]
  const words = wordsIn[locale]
  const told = { words, params }
  const subject = oneLine(email.subject(told), subjectLength)
  const name = oneLine(params.name, nameLength)
  const html = await render(
    createElement(Layout, {
      locale,
      title: subject,
      preview: oneLine(email.preview(told), subjectLength),
      brand: params.company.name,
      heading: email.heading(told),
      greeting: words.common.greeting({ name }),
      footer: email.footer(told),
      children: email.content(told),
    }),
  )
  return { subject, html: withoutInvisible(html), text: textOf(html) }
}

function textOf(html: string): string {
  const text = toPlainText(html, {
    selectors: [
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'h2', options: { uppercase: false } },
      {
        selector: 'tr.fact',
        format: 'block',
        options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
      },
      { selector: 'th.fact-label', format: 'inline' },
      { selector: 'td.fact-value', format: 'inline' },
    ],
  })
  return withoutInvisible(text)
}
