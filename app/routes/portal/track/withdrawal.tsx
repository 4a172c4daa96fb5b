import { useActionData, useOutletContext } from '@remix-run/react'
import { CustomerWordsForm } from '#app/domain/tickets/customer-words-form.ts'
import { withdrawReport } from '#app/domain/tickets/index.server.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { formOfLetter } from './letter-form.server.ts'
import type { TrackPage } from './next.tsx'
import { Withdrawal } from './withdrawal-section.tsx'

const told = formOfLetter('next', CustomerWordsForm, withdrawReport)
export const loader = told.loader
export const action = told.action

/** What was not taken, with why. */
export default function RefusedWithdrawal() {
  return <Withdrawal page={useOutletContext<TrackPage>()} reply={useActionData<FormReply>()} />
}
