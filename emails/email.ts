import type { ReactNode } from 'react'
import type { EmailTemplate } from '#db/vocabulary/messages.ts'
import type { EmailWords } from '#app/i18n/zh-CN/emails.ts'

export type Company = {
  name: string
  hotline: string
  hours: string
  /** Whether an answer to the mail reaches us. */
  answers?: boolean
}

type ToReader = { company: Company; name: string }
type AboutTicket = ToReader & { number: string; trackUrl: string }
type Appointment = { day: string; window: string }
/** `until` is empty when the customer can no longer change it themselves. */
type Changeable = { service: string; address: string; until: string }
/** What changed in the same go and what still stands, each empty when nothing does. */
type Together = {
  service: string
  byCustomer: boolean
  along: string
  standing: string
  reason: string
}

/** What each mail is told. Every string is already formatted for the reader's language. */
export type EmailParams = {
  'ticket-received': AboutTicket & {
    product: string
    description: string
    address: string
    nextStep: string
  }
  'message-to-customer': AboutTicket & {
    author: string
    body: string
    /** A line for each file's name, and under it one for its address; empty when nothing goes along. */
    files: string
  }
  'visit-confirmed': AboutTicket & Appointment & { crew: string; work: string; until: string }
  'visit-moved': AboutTicket &
    Appointment &
    Together & { oldDay: string; oldWindow: string; crew: string; until: string }
  'visit-cancelled': AboutTicket & Appointment & Together
  'visit-booked': AboutTicket & Appointment & Changeable & { second: string; work?: string }
  'visit-reminder': AboutTicket & Appointment & Changeable & { work: string }
  /** `expected` is empty while nobody knows. */
  'visit-parts-short': AboutTicket &
    Appointment & { service: string; missing: string; expected: string; until: string }
  /** `about` is a time of day, `vehicle` empty when the crew has none. */
  'crew-on-the-way': AboutTicket &
    Appointment & { service: string; about: string; crew: string; vehicle: string }
  'visit-late': AboutTicket & Appointment & { service: string; about: string; reason: string }
  /** `calls` is how often they were called, empty when they weren't. */
  'customer-no-show': AboutTicket &
    Appointment & { service: string; arrived: string; late: boolean; calls: string }
  'crew-no-show': AboutTicket & Appointment & { service: string; reason: string }
  'visit-finished': AboutTicket & {
    product: string
    workDone: string
    rateUrl: string
    rateUntil: string
  }
  'ticket-resolved': AboutTicket & { solution: string }
  /** `customer` is empty when they are the reader. */
  'order-ready': ToReader & {
    number: string
    customer: string
    goods: string
    agreeBy: string
    /** The store's own: whether the customer was written to. */
    customerAsked: boolean
    url: string
  }
  'order-not-ready': ToReader & { number: string; customer: string; url: string }
  'order-returned': ToReader & {
    number: string
    by: string
    customer: string
    note: string
    url: string
  }
  'visit-escalated': ToReader & {
    number: string
    customer: string
    product: string
    crew: string
    found: string
    needed: string
    url: string
  }
  /** `list` has a line for each; `more` is how many are left out, empty when none are. */
  'tickets-overdue': ToReader & { count: string; list: string; more: string; url: string }
  'ticket-urgent': ToReader & {
    number: string
    customer: string
    product: string
    address: string
    description: string
    url: string
  }
  /** `forGood`: the original of an exchange. `backOn` is empty when no day was named. */
  'custody-receipt': AboutTicket & {
    receipt: string
    forGood: boolean
    item: string
    condition: string
    reason: string
    backOn: string
    takenAt: string
    takenBy: string
    handedBy: string
    address: string
    receiptUrl: string
  }
  'visit-signed': ToReader & {
    number: string
    customer: string
    product: string
    service: string
    outcome: string
    workDone: string
    crew: string
    signer: string
    signedAt: string
    url: string
  }
  'return-decided': AboutTicket & { caseNumber: string; body: string }
  /** `number` is the case's. */
  'return-to-approve': ToReader & {
    number: string
    product: string
    remedy: string
    total: string
    url: string
  }
  /** `number` is the case's. */
  'return-appealed': ToReader & { number: string; product: string; said: string; url: string }
  'complaint-opened': ToReader & {
    number: string
    customer: string
    product: string
    description: string
    again: boolean
    url: string
  }
  /** `number` is the ticket's. */
  'fault-raised': ToReader & {
    number: string
    fault: string
    what: string
    answerBy: string
    url: string
  }
  /** `number` is the ticket's. */
  'fault-decided': ToReader & {
    number: string
    fault: string
    verified: boolean
    why: string
    url: string
  }
  'staff-invitation': ToReader & { inviter: string; url: string; expires: string }
}

type Told<T extends EmailTemplate> = { words: EmailWords; params: EmailParams[T] }

/** One mail: the line in the inbox, the line under it, and what stands between greeting and footer. */
export type Email<T extends EmailTemplate> = {
  subject: (told: Told<T>) => string
  preview: (told: Told<T>) => string
  heading: (told: Told<T>) => string
  /** Why the reader gets this and whom to turn to, one line each. */
  footer: (told: Told<T>) => string[]
  content: (told: Told<T>) => ReactNode
}

export function customerFooter(told: {
  words: EmailWords
  params: { company: Company; number: string }
}): string[] {
  const { company, number } = told.params
  const { common } = told.words
  return [
    ...(company.answers ? [common.answerHere] : []),
    common.signature({ company: company.name }),
    common.hotline(company),
    common.whyCustomer({ company: company.name, number }),
  ]
}
