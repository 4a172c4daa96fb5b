import { SamePersonForm } from '#app/domain/tickets/another-person-form.ts'
import { keepSamePerson } from '#app/domain/tickets/index.server.ts'
import { formOfLetter } from './letter-form.server.ts'

const kept = formOfLetter('another', SamePersonForm, keepSamePerson)
export const loader = kept.loader
export const action = kept.action
