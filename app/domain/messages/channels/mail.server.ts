import { mailProviderSet, postMail } from '#app/platform/mail.server.ts'
import type { Channel } from './channel.ts'

export const mail: Channel = {
  key: 'mail',
  setUp: mailProviderSet,
  addressOf: ({ email }) => email || null,
  deliver: postMail,
}
