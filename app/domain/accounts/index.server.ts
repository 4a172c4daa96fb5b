/** What the server's start, the jobs and other nouns may use of accounts. */
export { firstAdministratorLink } from './first-administrator.server.ts'
export { keepLocale } from './keep-locale.server.ts'
export { sweepSessions } from './sweep-sessions.server.ts'
export { hashPassword } from './password.server.ts'
export { recordAudit } from './record-audit.server.ts'
export { listChanges, type RecordedChange } from './list-changes.server.ts'
