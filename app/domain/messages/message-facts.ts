import type { EmailTemplate } from '#db/vocabulary/messages.ts'

/**
 * What a mail is about, as it stood when it was caused: keys of private links, instants as ISO strings, people's
 * own words. The texts are made from it when the mail is written, in the reader's language.
 */
export interface MessageFacts {
  'ticket-received': { name: string; number: string; product: string; linkId: string }
  'message-to-customer': {
    name: string
    number: string
    author: string
    body: string
    linkId: string
  }
  'visit-confirmed': VisitFacts & { crewZh: string; crewEn: string; work: string }
  'visit-moved': VisitFacts & {
    crewZh: string
    crewEn: string
    oldStart: string
    oldEnd: string
    reason: string
  }
  'visit-cancelled': VisitFacts & { reason: string }
  'visit-finished': {
    name: string
    number: string
    product: string
    workDone: string
    linkId: string
    rateLinkId: string
    /** The last instant at which the rating may be given or changed. */
    rateUntil: string
  }
  'ticket-resolved': { name: string; number: string; solution: string; linkId: string }
  'staff-invitation': { name: string; inviter: string; invitationId: string; expires: string }
}

interface VisitFacts {
  name: string
  number: string
  /** The window agreed with the customer. */
  start: string
  end: string
  linkId: string
}

export type FactsOf<T extends EmailTemplate> = MessageFacts[T]
