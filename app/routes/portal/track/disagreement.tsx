import { useActionData, useOutletContext } from '@remix-run/react'
import { AppealForm } from '#app/domain/returns/appeal-form.ts'
import { appealCase } from '#app/domain/returns/index.server.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { formOfLetter } from './letter-form.server.ts'
import type { TrackPage } from './next.tsx'
import { ReturnSection } from './return-section.tsx'

const said = formOfLetter('return', AppealForm, appealCase)
export const loader = said.loader
export const action = said.action

/** What was not taken, with why. */
export default function RefusedDisagreement() {
  return <ReturnSection page={useOutletContext<TrackPage>()} reply={useActionData<FormReply>()} />
}
