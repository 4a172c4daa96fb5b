import type { LateReason, PauseReason, VisitOutcome } from '#db/vocabulary/work.ts'
import type { CustodyPurpose, ExtraDecision, InspectionLevel } from '#db/vocabulary/work.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import type { Stage } from '../stage.ts'

/** A visit as its crew's phone shows it: instants as ISO strings, keys of photos; no more than the page needs. */
export interface CrewVisit {
  id: number
  stage: Stage
  skill: Skill
  start: string
  end: string
  /** When the crew reckons to be there, within the window. */
  planned: string | null
  name: string
  phone: string
  /** Without one our messages don't reach the customer: they are called. */
  hasEmail: boolean
  address: string
  product: string
  description: string
  work: string
  workDone: string | null
  /** When the crew said that nobody opened (DS-4). */
  noShow: string | null
  outcome: VisitOutcome | null
  /** Set out, arrived, started, finished. */
  times: (string | null)[]
  checks: Check[]
  /** Customer's own pictures. */
  reported: string[]
  photos: { id: string; stage: 'before' | 'after' | 'damage' | 'custody'; about: string | null }[]
  signed: { name: string; at: string; drawing: string | null } | null
  /** What was put right about the signed record (VS-3). */
  corrections: { text: string; by: string; at: string }[]
  hotline: string
  call: { from: string; due: boolean; call: number } | null
  /** `call` says which try it was, where that was counted on the phone. */
  called: { at: string; correctable: boolean; call?: number } | null
  /** How often it was tried to call, ahead or from the door. */
  calls: number
  position: number
  stops: number
  /** An original is to be collected on this visit (VS-5). */
  exchange: boolean
  notCollectedBecause: string | null
  delay: { reason: LateReason; note: string; expectedAt: string; at: string } | null
  pauses: { reason: PauseReason; note: string; at: string; until: string | null }[]
  damages: {
    key: string
    what: string
    at: string
    /** Who at the home has seen it, and when. */
    acknowledgedBy: string | null
    acknowledgedAt: string | null
  }[]
  extras: Extra[]
  /** Items taken on this visit. */
  taken: Receipt[]
  /** Items of this ticket that are still away: to be given back against the receipt (VS-4). */
  toGiveBack: Receipt[]
  /** VS-8 */
  threeChecks: boolean
  /** Whether whoever holds the phone is the crew's leader. */
  leader: boolean
  inspections: {
    key: string
    level: InspectionLevel
    passed: boolean
    note: string
    at: string
    by: string
  }[]
  /** Keys of the phone's entries that the server has. */
  heard: string[]
  /** A fresh key for each form that is sent without a script. */
  submissionKey: string
}

export interface Check {
  id: number
  text: string
  must: boolean
  done: boolean
  reason: string | null
  unit: string | null
  lowest: number | null
  highest: number | null
  value: number | null
}

export interface Extra {
  key: string
  what: string
  minutes: number
  /** In minor units. */
  price: number
  currency: string
  at: string
  decision: ExtraDecision | null
  by: string | null
  decidedAt: string | null
}

export interface Receipt {
  key: string
  /** Given by the server; null until the entry has been sent. */
  number: string | null
  purpose: CustodyPurpose
  item: string
  condition: string
  reason: string
  backOn: string | null
  takenAt: string
  handedBy: string
  /** Set once it has been given back on this visit. */
  returned: { at: string; receivedBy: string; reclaimed: boolean } | null
}
