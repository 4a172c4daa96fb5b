import type { OfferedWindow } from '#app/domain/bookings/index.server.ts'
import type { Answers, ReportField } from '#app/domain/tickets/report-steps.ts'
import type {
  OrderFacts,
  FirstCall,
  ReportDraft,
  ReportStep,
} from '#app/domain/tickets/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { type OwnForm, StepForm as FormOfStep } from '../steps.tsx'
import type { AnswerView } from '../help/answer-view.server.ts'
import type { BegunWith } from './begun-with.server.ts'
import { BegunWithFields } from './begun-with.tsx'
import { stepPath } from './paths.ts'
import type { CategoryView } from './categories.server.ts'
import type { ReportTrouble } from './post.server.ts'

export interface ReportPage {
  token: string
  /** Nothing of this report was sent yet. */
  fresh: boolean
  step: ReportStep
  /** What was said of the product so far. */
  product: string
  back: boolean
  /** What may be wrong, where that is asked; where it is checked, what was chosen. */
  categories: CategoryView[]
  photos: ReportDraft['photos']
  /** Whether mail can be sent at all. */
  mails: boolean
  days: string[]
  /** E.164, where it is shown. */
  phone: string | null
  order: OrderFacts | null
  call: FirstCall | null
  /** What the way here already says. */
  begun: BegunWith
  /** Answers to what was said so far. */
  suggested: AnswerView[]
  /** Somebody without a script asked for them. */
  looked: boolean
  /** The days on which a window may be chosen in the same go. */
  offer: { day: string; windows: OfferedWindow[] }[]
  /** The window that was chosen. */
  visit: { start: string; end: string } | null
  /** The window chosen that went meanwhile, and the free ones nearest to it. */
  gone: { window: { start: string; end: string } | null; nearest: OfferedWindow[] } | null
}

export interface StepProps {
  page: ReportPage
  answers: Answers
  trouble: ReportTrouble | undefined
}

/** What a field of a step is given. */
export function useField({ answers, trouble }: StepProps) {
  const { t } = useWords()
  return (field: ReportField) => {
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

/** A step's form: it knows its report and its step, and goes on to the next. */
export function StepForm({ page, children, ...form }: { page: ReportPage } & OwnForm) {
  const { token, product, step, back, begun } = page
  return (
    <FormOfStep
      kind="report"
      place={page}
      action={stepPath(token, step, back)}
      about={product || undefined}
      {...form}
    >
      <BegunWithFields begun={begun} />
      {children}
    </FormOfStep>
  )
}
