import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { BackLink, Columns, FormStack, Page } from '#app/ui/portal/page.tsx'
import { Stepper } from '#app/ui/portal/stepper.tsx'
import { Begun } from './begun.tsx'
import { RatherTalk } from './rather-talk.tsx'

type Kind = 'book' | 'report' | 'return'

/** Where the words of each kind are. */
const wordsOf = { book: 'book:', report: 'report:', return: 'asks:ask.' } as const

interface Place<Step extends string> {
  token: string
  /** Nothing of it was sent yet. */
  fresh: boolean
  step: Step
  /** The person came from the last step, to change an answer. */
  back: boolean
}

type PathOf<Step extends string> = (token: string, step: Step) => string

/** The frame of a form in several steps: the way back, where one is, what was begun here before. */
export function StepsPage<Step extends string>({
  kind,
  steps,
  place: { token, fresh, step, back },
  pathOf,
  children,
}: {
  kind: Kind
  steps: readonly { step: Step; label: string }[]
  place: Place<Step>
  pathOf: PathOf<Step>
  children: ReactNode
}) {
  const { t } = useWords()
  const at = steps.findIndex((one) => one.step === step)
  const before = steps[at - 1]
  return (
    <Page>
      {back ? (
        <BackLink href={pathOf(token, 'check' as Step)}>{t('common:steps.backToCheck')}</BackLink>
      ) : (
        <BackLink href={before ? pathOf(token, before.step) : '/'}>{t('common:back')}</BackLink>
      )}
      <Columns aside={<RatherTalk />}>
        <div>
          <Stepper
            label={t('common:steps.of', { step: at + 1, count: steps.length })}
            doneWord={t('common:steps.done')}
            steps={steps.map(({ label }, index) => ({
              label,
              state: index < at ? 'past' : index === at ? 'current' : 'later',
            }))}
          />
          {fresh && (
            <Begun
              words={t(`${wordsOf[kind]}begun`)}
              carryOn={t(`${wordsOf[kind]}carryOn`)}
              forget={t(`${wordsOf[kind]}forget`)}
              href={`/${kind}`}
            />
          )}
          {children}
        </div>
      </Columns>
    </Page>
  )
}

/** What a step says of its own form. */
export interface OwnForm {
  files?: boolean
  /** Whether what is typed is kept on the device. */
  draft?: boolean
  submit?: ReactNode
  /** Stands in the place of the usual button. */
  bar?: ReactNode
  after?: ReactNode
  children: ReactNode
}

/** The form of one step: it knows its draft and its step, and goes on to the next. */
export function StepForm<Step extends string>({
  kind,
  place: { token, fresh, step, back },
  action,
  about,
  files = false,
  draft = true,
  submit,
  bar,
  after,
  children,
}: OwnForm & {
  kind: Kind
  place: Place<Step>
  action: string
  /** What it is about, to be named where it is offered to be carried on. */
  about: string | undefined
}) {
  const { t } = useWords()
  return (
    <FormStack
      action={action}
      encType={files ? 'multipart/form-data' : undefined}
      data-enhance={draft ? 'draft once' : 'once'}
      data-draft={token}
      data-kind={kind}
      data-step={step}
      data-fresh={fresh || undefined}
      data-about={about}
    >
      <input type="hidden" name="draft" value={token} />
      <input type="hidden" name="step" value={step} />
      {back && <input type="hidden" name="back" value="check" />}
      {files && (
        <button className="hidden-text" tabIndex={-1} aria-hidden="true">
          {t('common:steps.continue')}
        </button>
      )}
      {children}
      {bar ?? (
        <div>
          <Actions end>
            <Button variant="primary">
              {submit ?? (back ? t('common:steps.saveAndCheck') : t('common:steps.continue'))}
            </Button>
          </Actions>
          {after}
        </div>
      )}
    </FormStack>
  )
}
