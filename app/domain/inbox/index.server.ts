/** What jobs and the rail may use of mails that come in. */
export { countMailsToReview } from './list-mails.server.ts'
export { fetchMail } from './fetch-mail.server.ts'
