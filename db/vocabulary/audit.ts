/** What the audit log may say was done to accounts, settings and mails. */
export const auditActions = [
  'sign_in',
  'sign_in_failed',
  'sign_out',
  'sign_out_everywhere',
  'password_changed',
  'second_factor_added',
  'second_factor_removed',
  'invited',
  'link_made',
  'invitation_accepted',
  'person_changed',
  'person_disabled',
  'person_enabled',
  'message_retried',
] as const
export type AuditAction = (typeof auditActions)[number]
