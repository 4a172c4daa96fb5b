import { useActionData, useOutletContext } from '@remix-run/react'
import { DecideExtraAsCustomerForm } from '#app/domain/work/extra-form.ts'
import { decideExtraAsCustomer } from '#app/domain/work/index.server.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { ExtraWork } from '../extra-work.tsx'
import type { TrackPage } from '../next.tsx'
import { formAboutVisit } from './letter-form.server.ts'

const answered = formAboutVisit('extras', DecideExtraAsCustomerForm, decideExtraAsCustomer)
export const loader = answered.loader
export const action = answered.action

/** VS-7: the customer's answer that was not taken, with what was typed and why. */
export default function RefusedAnswer() {
  return <ExtraWork page={useOutletContext<TrackPage>()} reply={useActionData<FormReply>()} />
}
