import { useFetcher } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { BigButton } from '#app/ui/crew/visit.tsx'
import { Bar, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { hasFailed, replyOf } from '../sending.ts'
import { hasTapStep, tapStep } from '../stage.ts'
import { useVisit } from './loaded-visit.ts'

/** The one big button. */
export function NextStep() {
  const { id, stage, checks } = useVisit()
  const { t } = useWords()
  const fetcher = useFetcher()
  const path = `/crew/visits/${id}`
  const sending = fetcher.state !== 'idle'
  if (!hasTapStep(stage)) {
    const left = checks.filter((item) => item.must && !item.done).length
    return (
      <Bar
        action={
          <ButtonLink
            variant="primary"
            big
            href={`${path}/completion`}
            note={left > 0 && t('crew:visit.mustLeft', { count: left })}
          >
            {t('crew:visit.finish')}
          </ButtonLink>
        }
      />
    )
  }
  const refusal = replyOf(fetcher.data)?.refusal
  return (
    <Bar
      action={
        <fetcher.Form method="post" action={`${path}/steps`}>
          {(hasFailed(fetcher.data) || refusal) && !sending && (
            <Notice tone="trouble" icon="alert" alert>
              {refusal
                ? t(`refusals:${refusal.refusal}` as 'refusals:notFound', refusal.values)
                : t('crew:visit.failed')}
            </Notice>
          )}
          <input type="hidden" name="step" value={tapStep[stage]} />
          <BigButton disabled={sending}>{t(`crew:visit.step.${tapStep[stage]}`)}</BigButton>
        </fetcher.Form>
      }
    />
  )
}
