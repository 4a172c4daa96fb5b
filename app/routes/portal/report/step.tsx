import type { ReactNode } from 'react'
import type { OfferedWindow } from '#app/domain/bookings/index.server.ts'
import type { Answers, ReportField } from '#app/domain/tickets/report-steps.ts'
import type {
  OrderFacts,
  FirstCall,
  ReportDraft,
  ReportStep,
} from '#app/domain/tickets/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { FormStack } from '#app/ui/portal/page.tsx'
import { stepPath } from './paths.ts'
import type { ReportTrouble } from './post.server.ts'

export interface ReportPage {
  token: string
  /** Nothing of this report was sent yet. */
  fresh: boolean
  step: ReportStep
  /** What was said of the product so far. */
  product: string
  back: boolean
  photos: ReportDraft['photos']
  days: string[]
  order: OrderFacts | null
  call: FirstCall | null
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
export function StepForm({
  page: { token, fresh, product, step, back },
  files,
  submit,
  after,
  children,
}: {
  page: ReportPage
  files?: boolean
  submit?: ReactNode
  after?: ReactNode
  children: ReactNode
}) {
  const { t } = useWords()
  return (
    <FormStack
      action={stepPath(token, step, back)}
      encType={files ? 'multipart/form-data' : undefined}
      data-enhance="draft once"
      data-draft={token}
      data-kind="report"
      data-step={step}
      data-fresh={fresh || undefined}
      data-about={product || undefined}
    >
      <input type="hidden" name="draft" value={token} />
      <input type="hidden" name="step" value={step} />
      {back && <input type="hidden" name="back" value="check" />}
      {files && (
        <button className="hidden-text" tabIndex={-1} aria-hidden="true">
          {t('report:defaultAction')}
        </button>
      )}
      {children}
      <div>
        <Actions end>
          <Button variant="primary">
            {submit ?? (back ? t('report:saveAndCheck') : t('report:continue'))}
          </Button>
        </Actions>
        {after}
      </div>
    </FormStack>
  )
}
