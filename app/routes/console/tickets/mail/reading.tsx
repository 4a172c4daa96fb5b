import { readMailAgain } from '#app/domain/inbox/decide-mail.server.ts'
import { decidesMail } from './decision.server.ts'
import { mailPath } from './mail-look.ts'
import { NotDone } from './not-done.tsx'

/** Has a mail read again that could not be read. */
const again = decidesMail(readMailAgain, mailPath)
export const loader = again.loader
export const action = again.action

export default function Refused() {
  return <NotDone form="reading" />
}
