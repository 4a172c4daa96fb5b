import type { Service } from '#db/vocabulary/bookings.ts'
import type { ClockKind } from '#db/vocabulary/clocks.ts'
import type { FaultKind } from '#db/vocabulary/complaints.ts'
import type { EmailTemplate } from '#db/vocabulary/messages.ts'
import type { Remedy } from '#db/vocabulary/returns.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import type { LateReason } from '#db/vocabulary/work.ts'
import type { CustodyPurpose, VisitOutcome } from '#db/vocabulary/work.ts'

/**
 * What a mail is about, as it stood when it was caused: keys of private links, instants as ISO strings, people's
 * own words. The texts are made from it when the mail is written, in the reader's language.
 */
export interface MessageFacts {
  'ticket-received': {
    name: string
    number: string
    product: string
    /** As it was said, so that whoever said it sees what we understood. */
    description?: string
    address?: string
    linkId: string
  }
  'message-to-customer': {
    name: string
    number: string
    author: string
    body: string
    linkId: string
    /** What goes along, to be fetched through the link. */
    files?: { id: string; name: string }[]
  }
  'visit-confirmed': VisitFacts &
    Partial<ChangeFacts> & { crewZh: string; crewEn: string; work: string }
  'visit-moved': VisitFacts &
    Partial<ChangeFacts> &
    TogetherFacts & {
      service: Skill
      crewZh: string
      crewEn: string
      oldStart: string
      oldEnd: string
      reason: string
    }
  'visit-cancelled': VisitFacts & TogetherFacts & { service: Skill; reason: string }
  'visit-booked': VisitFacts &
    ChangeFacts & {
      service: Service
      address: string
      /** What somebody comes for, where the service alone doesn't say it. */
      work?: string
      /** The linked visit booked with it. */
      second: { service: Service; start: string; end: string } | null
    }
  'visit-reminder': VisitFacts & ChangeFacts & { service: Skill; work: string; address: string }
  'visit-parts-short': VisitFacts &
    Partial<ChangeFacts> & {
      service: Skill
      /** What is missing, in a colleague's words. */
      note: string
      /** The civil date on which it should be here. */
      expectedOn: string | null
    }
  'crew-on-the-way': VisitFacts & {
    service: Skill
    crewZh: string
    crewEn: string
    members: string[]
    vehicle: string | null
    /** About when they are there; no position is told. */
    expectedAt: string
  }
  'visit-late': VisitFacts & {
    service: Skill
    reason: LateReason
    note: string
    expectedAt: string
  }
  'customer-no-show': VisitFacts & {
    service: Skill
    arrivedAt: string
    /** The crew itself came after the window. */
    late: boolean
    /** How often they were called. */
    calls: number
  }
  'crew-no-show': VisitFacts & {
    service: Skill
    /** Why nobody came, in a colleague's words. */
    reason: string
  }
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
  /** To the customer, or to their store: then `customer` says whose order it is. */
  'order-ready': {
    name: string
    number: string
    customer: string | null
    lines: { zh: string; en: string; quantity: number }[]
    agreeBy: string
    /** Whether the customer was written to as well; nothing of theirs tells it to them. */
    customerAsked?: boolean
  }
  /** What `order-ready` said no longer holds; to whoever was told so. */
  'order-not-ready': { name: string; number: string; customer: string | null }
  'order-returned': { name: string; number: string; by: string; customer: string; note: string }
  /** To a colleague who takes it on. */
  'visit-escalated': {
    name: string
    number: string
    customer: string
    product: string
    crewZh: string
    crewEn: string
    visitId: number
    /** What the crew did and saw, and what it takes, in their words. */
    found: string
    needed: string
  }
  /** To a manager, the earliest due first; `list` may name fewer than there are. */
  'tickets-overdue': {
    name: string
    count: number
    list: { number: string; customer: string; product: string; clock: ClockKind; dueAt: string }[]
  }
  /** IN-5, to a manager. */
  'ticket-urgent': {
    name: string
    number: string
    customer: string
    product: string
    address: string
    description: string
  }
  /** All that stands on the receipt: the mail is one. */
  'custody-receipt': {
    name: string
    number: string
    receipt: string
    purpose: CustodyPurpose
    item: string
    condition: string
    reason: string
    backOn: string | null
    takenAt: string
    takenBy: string
    crewZh: string
    crewEn: string
    handedBy: string
    address: string
    linkId: string
  }
  /** VS-9: to the store that sold the goods. */
  'visit-signed': {
    name: string
    number: string
    customer: string
    product: string
    skill: Skill
    outcome: VisitOutcome
    workDone: string
    crewZh: string
    crewEn: string
    signer: string
    signedAt: string
    visitId: number
  }
  /** RX-3: `number` is the ticket's; `body` what the customer is told. */
  'return-decided': {
    name: string
    number: string
    caseNumber: string
    body: string
    linkId: string
  }
  /** RX-2, to whoever may let the decision stand; `amount` in minor units. */
  'return-to-approve': {
    name: string
    caseNumber: string
    product: string
    remedy: Remedy
    amount: number
    currency: string
  }
  /** RX-3, to whoever decides now: the customer disagrees, and what they said. */
  'return-appealed': { name: string; caseNumber: string; product: string; said: string }
  /** CP-1, to a manager. */
  'complaint-opened': {
    name: string
    number: string
    customer: string
    product: string
    description: string
    /** They aren't content with the answer: `description` says why. */
    again?: boolean
  }
  /** CP-2, to whom it is about: they may answer until then. */
  'fault-raised': {
    name: string
    /** The ticket of the complaint. */
    number: string
    kind: FaultKind
    what: string
    answerBy: string
    faultId: number
  }
  /** CP-2, to whom it was about: whether it stands, and why. */
  'fault-decided': {
    name: string
    /** The ticket of the complaint. */
    number: string
    kind: FaultKind
    verified: boolean
    why: string
    faultId: number
  }
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

interface ChangeFacts {
  /** BK-3: until then the customer moves or cancels it themselves. */
  changeUntil: string
}

interface TogetherFacts {
  /** The customer's own doing. */
  byCustomer?: boolean
  /** The linked visit that moved, or was cancelled, in the same go. */
  along?: VisitWindow | null
  /** The ticket's other visits to come. */
  standing?: VisitWindow[]
}

interface VisitWindow {
  service: Skill
  start: string
  end: string
}

export type FactsOf<T extends EmailTemplate> = MessageFacts[T]
