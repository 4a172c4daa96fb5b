import { useActionData, useOutletContext } from '@remix-run/react'
import { AnotherPersonForm } from '#app/domain/tickets/another-person-form.ts'
import { askForAnother } from '#app/domain/tickets/index.server.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { AnotherPerson } from './another-person-section.tsx'
import { formOfLetter } from './letter-form.server.ts'
import type { TrackPage } from './next.tsx'

const asked = formOfLetter('another', AnotherPersonForm, askForAnother)
export const loader = asked.loader
export const action = asked.action

/** IN-9: what the customer asked for and was not taken, with why. */
export default function RefusedWish() {
  return <AnotherPerson page={useOutletContext<TrackPage>()} reply={useActionData<FormReply>()} />
}
