import { useActionData, useOutletContext } from '@remix-run/react'
import { wishAsCustomer, WishForm } from '#app/domain/follow-ups/index.server.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { FollowUpWish } from '../follow-up-wish.tsx'
import type { TrackPage } from '../next.tsx'
import { formAboutVisit } from './letter-form.server.ts'

const wished = formAboutVisit('wish', WishForm, wishAsCustomer, '?saved=wish')
export const loader = wished.loader
export const action = wished.action

/** VS-9: the wish that was not taken, with why. */
export default function RefusedWish() {
  return <FollowUpWish page={useOutletContext<TrackPage>()} reply={useActionData<FormReply>()} />
}
