import type { Service } from '#db/vocabulary/bookings.ts'
import type {
  BookingAnswers,
  BookingField,
  BookingStep,
} from '#app/domain/bookings/booking-steps.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { type OwnForm, StepForm as FormOfStep } from '../steps.tsx'
import type { chosenWindows, OrderOfPage, TimePage } from './page.server.ts'
import { bookPath } from './paths.ts'
import type { BookingTrouble } from './post.server.ts'

export interface BookPage {
  token: string
  /** Nothing of this booking was sent yet. */
  fresh: boolean
  step: BookingStep
  back: boolean
  answers: BookingAnswers
  services: Service[]
  order: OrderOfPage | null
  /** To choose from, when the address names none of them. */
  areas: { id: number; name: string }[]
  /** The city of the address, where nobody of ours goes. */
  elsewhere: string | null
  /** Whether mail can be sent at all. */
  mails: boolean
  time: TimePage | null
  chosen: Awaited<ReturnType<typeof chosenWindows>> | null
  callAhead: number | null
  /** E.164. */
  phone: string | null
}

export interface StepProps {
  page: BookPage
  answers: BookingAnswers
  trouble: BookingTrouble | undefined
}

/** What is wrong with a field, in the reader's words. */
export function useError({ trouble }: StepProps) {
  const { t } = useWords()
  return (field: BookingField) => {
    const error = trouble?.errors[field]
    return error && t(error as 'validation:required')
  }
}

/** What a field of a step is given. */
export function useField(props: StepProps) {
  const { t } = useWords()
  const errorOf = useError(props)
  return (field: BookingField) => ({
    id: field,
    name: field,
    defaultValue: props.answers[field],
    error: errorOf(field),
    errorPrefix: t('common:errorPrefix'),
  })
}

/** A step's form: it knows its booking and its step, and goes on to the next. */
export function StepForm({ page, ...form }: { page: BookPage } & OwnForm) {
  const { t } = useWords()
  const { token, fresh, step, back, answers } = page
  const { service } = answers
  return (
    <FormOfStep
      kind="book"
      place={page}
      action={bookPath(token, step, { back })}
      about={service && !fresh ? t(`book:service.${service as Service}`) : undefined}
      {...form}
    />
  )
}
