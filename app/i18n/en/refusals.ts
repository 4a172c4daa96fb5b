import type { Translation } from '../catalogue.ts'
import type zh from '../zh-CN/refusals.ts'

export default {
  notFound: 'This page or record was not found.',
  forbidden: 'Your role does not allow this.',
  ticketChanged:
    'A colleague has just changed this ticket. What you typed is still below: look at what is new, then save again.',
  ticketNotInState: 'The ticket’s status does not allow this now. Reload to see where it stands.',
} satisfies Translation<typeof zh>
