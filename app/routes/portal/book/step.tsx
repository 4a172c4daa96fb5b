import type { ReactNode } from 'react'
import type { Service } from '#db/vocabulary/bookings.ts'
import type {
  BookingAnswers,
  BookingField,
  BookingStep,
} from '#app/domain/bookings/booking-steps.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { FormStack } from '#app/ui/portal/page.tsx'
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
  /** The address lies in no area of ours. */
  /** To choose from, when the address names none of them. */
  areas: { id: number; name: string }[]
  time: TimePage | null
  chosen: Awaited<ReturnType<typeof chosenWindows>> | null
  callAhead: number | null
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
export function StepForm({
  page: { token, fresh, step, back, answers },
  draft = true,
  submit,
  bar,
  after,
  children,
}: {
  page: BookPage
  /** Whether what is typed is kept on the device. */
  draft?: boolean
  submit?: ReactNode
  /** Stands in the place of the usual button. */
  bar?: ReactNode
  after?: ReactNode
  children: ReactNode
}) {
  const { t } = useWords()
  const { service } = answers
  return (
    <FormStack
      action={bookPath(token, step, { back })}
      data-enhance={draft ? 'draft once' : 'once'}
      data-draft={token}
      data-kind="book"
      data-step={step}
      data-fresh={fresh || undefined}
      data-about={service && !fresh ? t(`book:service.${service as Service}`) : undefined}
    >
      <input type="hidden" name="draft" value={token} />
      <input type="hidden" name="step" value={step} />
      {back && <input type="hidden" name="back" value="check" />}
      {children}
      {bar ?? (
        <div>
          <Actions end>
            <Button variant="primary">
              {submit ?? (back ? t('book:saveAndCheck') : t('book:continue'))}
            </Button>
          </Actions>
          {after}
        </div>
      )}
    </FormStack>
  )
}
