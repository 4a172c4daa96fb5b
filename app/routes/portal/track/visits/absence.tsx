import { useActionData, useOutletContext } from '@remix-run/react'
import { NobodyCameForm, tellNobodyCame } from '#app/domain/tickets/index.server.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import type { TrackPage } from '../next.tsx'
import { NobodyCame } from '../nobody-came.tsx'
import { formAboutVisit } from './letter-form.server.ts'

const told = formAboutVisit('nobody', NobodyCameForm, tellNobodyCame)
export const loader = told.loader
export const action = told.action

/** DS-4: what the customer told us and was not taken, with why. */
export default function RefusedAbsence() {
  return <NobodyCame page={useOutletContext<TrackPage>()} reply={useActionData<FormReply>()} />
}
