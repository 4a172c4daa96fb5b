import type { ReactNode } from 'react'
import type { ParkingAnswer } from '#db/vocabulary/bookings.ts'
import {
  type BookingAnswers,
  type BookingStep,
  type HomeQuestion,
  homeQuestions,
  homeQuestionsOf,
  notSure,
} from '#app/domain/bookings/booking-steps.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { SummaryRow } from '#app/ui/portal/answers.tsx'
import { bookPath } from './paths.ts'

/** An answer, with the way to change it, which comes straight back. */
export function CheckRow({
  token,
  step,
  what,
  anchor,
  children,
}: {
  token: string
  step: BookingStep
  what: string
  anchor?: string | undefined
  children: ReactNode
}) {
  const { t } = useWords()
  return (
    <SummaryRow
      term={what}
      changeHref={bookPath(token, step, { back: true }) + (anchor ? `#${anchor}` : '')}
      changeWord={t('common:change')}
      changeWhat={what}
    >
      {children}
    </SummaryRow>
  )
}

const fieldsOfHome = homeQuestions.delivery

/** What was asked of the home, and what was said of it before another service was chosen. */
export function HomeRows({ token, answers }: { token: string; answers: BookingAnswers }) {
  const { t } = useWords()
  const words: Record<HomeQuestion, (said: string) => string> = {
    lift: (said) => t(said === 'yes' ? 'book:home.yes' : 'book:home.no'),
    floor: (floor) => t('book:check.floorOf', { floor }),
    parking: (said) => t(`book:home.parkingAnswers.${said as ParkingAnswer}`),
    takeAway: (said) => said,
    roomReady: (said) => t(said === 'yes' ? 'book:home.ready' : 'book:home.notReady'),
  }
  const asked = homeQuestionsOf(answers.service)
  const shown = fieldsOfHome.filter((field) => asked.includes(field) || answers[field])
  return shown.map((field) => {
    const said = answers[field]
    const none = t(field === 'takeAway' ? 'book:check.nothing' : 'book:check.notSaid')
    return (
      <CheckRow
        key={field}
        token={token}
        step="home"
        what={t(`book:check.${field}`)}
        anchor={field}
      >
        {said === notSure ? t('book:home.unsure') : said ? words[field](said) : none}
      </CheckRow>
    )
  })
}
