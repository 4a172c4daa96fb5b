import {
  poorScore,
  ratingQuestions,
  ratingScores,
  type RatingTag,
} from '#db/vocabulary/follow-ups.ts'
import type { VisitToRate } from '#app/domain/follow-ups/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Actions, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { usePortal } from '../portal.ts'

/** The answers given, and whether they may still be changed. */
export function GivenRating({ visit, token }: { visit: VisitToRate; token: string }) {
  const { t, format } = useWords()
  const { hours } = usePortal()
  const { answers, open } = visit
  if (!answers) return null
  const poor = ratingQuestions.some((question) => answers[question] <= poorScore)
  const scores = ratingQuestions.map((question) => {
    const score = ratingScores.find((known) => known === answers[question]) ?? 1
    return {
      term: t(`rate:question.${question}`),
      children: t('rate:score', { score, word: t(`rate:words.${score}`) }),
    }
  })
  const rest = [
    answers.tags.length > 0 && {
      term: t('rate:tags'),
      children: answers.tags
        .map((tag) => t(`rate:tag.${tag as RatingTag}`))
        .join(t('common:dayPart.and')),
    },
    answers.words !== '' && {
      term: t('rate:add'),
      children: <span className="typed">{answers.words}</span>,
    },
    poor && {
      term: t('rate:callTerm'),
      children: t(answers.wantsCall ? 'rate:callYes' : 'rate:callNo'),
    },
    answers.recommend !== null && {
      term: t('rate:recommendTerm'),
      children: t('rate:outOfTen', { score: answers.recommend }),
    },
  ].filter((fact) => fact !== false)
  return (
    <div className="stack gap-5" data-enhance="sent">
      <Notice tone="done" icon="done">
        <p>{t(poor ? 'rate:savedPoor' : 'rate:saved')}</p>
        {poor && answers.wantsCall && (
          <p>{t('rate:weCall', { phone: format.phone(visit.phone), hours })}</p>
        )}
      </Notice>
      <section aria-labelledby="yours">
        <h2 id="yours">{t('rate:yours')}</h2>
        <Facts questions items={[...scores, ...rest]} />
      </section>
      <p className="muted">
        {open ? t('rate:canChange', { until: format.day(visit.until) }) : t('rate:closed')}
      </p>
      {open && (
        <Actions>
          <ButtonLink href={`/rate/${token}?change=1`}>{t('rate:change')}</ButtonLink>
        </Actions>
      )}
    </div>
  )
}
