import { takeMailBack } from '#app/domain/inbox/decide-mail.server.ts'
import { decidesMail } from './decision.server.ts'
import { mailPath } from './mail-look.ts'
import { NotDone } from './not-done.tsx'

/** Takes a mail that was put aside out again. */
const back = decidesMail(takeMailBack, mailPath)
export const loader = back.loader
export const action = back.action

export default function Refused() {
  return <NotDone form="return" />
}
