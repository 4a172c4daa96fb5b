import { discardMail } from '#app/domain/inbox/decide-mail.server.ts'
import { decidesMail } from './decision.server.ts'
import { mailPath } from './mail-look.ts'
import { NotDone } from './not-done.tsx'

/** Puts a mail aside. */
const aside = decidesMail(discardMail, () => mailPath())
export const loader = aside.loader
export const action = aside.action

export default function Refused() {
  return <NotDone form="discard" />
}
