import { useActionData, useOutletContext } from '@remix-run/react'
import { verdictAsCustomer } from '#app/domain/complaints/verdict-as-customer.server.ts'
import { VerdictForm } from '#app/domain/complaints/verdict-form.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { ComplaintSection } from './complaint-section.tsx'
import { formOfLetter } from './letter-form.server.ts'
import type { TrackPage } from './next.tsx'

const said = formOfLetter('complaint', VerdictForm, verdictAsCustomer)
export const loader = said.loader
export const action = said.action

/** What was not taken, with why. */
export default function RefusedVerdict() {
  return (
    <ComplaintSection page={useOutletContext<TrackPage>()} reply={useActionData<FormReply>()} />
  )
}
