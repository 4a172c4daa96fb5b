import type { AuditAction } from '#db/vocabulary/audit.ts'

/** What the audit log tells of, each with what may be done to it. */
export const auditKinds = {
  sign_in: [
    'sign_in',
    'sign_in_failed',
    'sign_out',
    'sign_out_everywhere',
    'password_changed',
    'second_factor_added',
    'second_factor_removed',
    'invitation_accepted',
  ],
  person: ['invited', 'link_made', 'person_changed', 'person_disabled', 'person_enabled'],
  setting: ['setting_changed'],
  store: ['store_changed'],
  category: ['category_changed'],
  checklist: ['checklist_changed'],
  phrase: ['phrase_changed'],
  article: ['article_changed'],
  duty: ['duty_changed'],
  service: ['service_changed'],
  area: ['area_changed'],
  crew: ['crew_changed', 'shifts_changed', 'exception_made', 'exception_removed'],
  leave: ['leave_approved', 'leave_refused', 'leave_withdrawn'],
  holiday: ['holiday_added', 'holiday_removed'],
  window: ['window_closed', 'window_opened'],
  customer: [
    'customer_changed',
    'customer_graded',
    'customer_merged',
    'customer_unmerged',
    'customer_exported',
    'customer_erased',
  ],
  mail: ['mail_decided', 'message_retried'],
  order: ['order_imported'],
  fault: ['fault_raised', 'fault_decided'],
} as const satisfies Record<string, readonly AuditAction[]>
export type AuditKind = keyof typeof auditKinds
