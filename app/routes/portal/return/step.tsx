import type { AskAnswers, AskField, AskStep } from '#app/domain/returns/ask-steps.ts'
import type { Shot } from '#db/vocabulary/returns.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { type OwnForm, StepForm as FormOfStep } from '../steps.tsx'
import type { coverOf, OrderView } from './page.server.ts'
import { askPath } from './paths.ts'
import type { AskTrouble } from './post.server.ts'

export interface AskPage {
  token: string
  /** Nothing of it was sent yet. */
  fresh: boolean
  step: AskStep
  back: boolean
  order: OrderView | null
  /** What was chosen of it. */
  line: OrderView['lines'][number] | null
  photos: { id: string; name: string; shot: Shot }[]
  cover: Awaited<ReturnType<typeof coverOf>> | null
  /** Until when it is answered, where that is said. */
  by: string | null
  /** Whether mail can be sent at all. */
  mails: boolean
  /** E.164, where it is shown. */
  phone: string | null
}

export interface StepProps {
  page: AskPage
  answers: AskAnswers
  trouble: AskTrouble | undefined
}

/** What a field of a step is given. */
export function useField({ answers, trouble }: StepProps) {
  const { t } = useWords()
  return (field: AskField) => {
    const error = trouble?.errors[field]
    return {
      id: field,
      name: field,
      defaultValue: answers[field],
      error: error && t(error as 'validation:required'),
      errorPrefix: t('common:errorPrefix'),
    }
  }
}

/** A step's form: it knows its request and its step, and goes on to the next. */
export function StepForm({ page, ...form }: { page: AskPage } & OwnForm) {
  const { token, step, back, line } = page
  return (
    <FormOfStep
      kind="return"
      place={page}
      action={askPath(token, step, back)}
      about={line?.name}
      {...form}
    />
  )
}
