import { useWords } from '#app/i18n/use-words.ts'
import { NextStop } from '#app/ui/crew/stops.tsx'
import { TwoUp } from '#app/ui/crew/visit.tsx'
import { A } from '#app/ui/links.tsx'
import { ButtonLink } from '#app/ui/portal/buttons.tsx'
import { directionsTo } from './directions.ts'
import { hasTapStep, tapStep } from './stage.ts'
import { StepForm } from './step-form.tsx'
import { BeThere, StopMarks } from './stop-marks.tsx'
import type { TodayStop } from './stop-view.server.ts'

/** Where the crew goes now, with its one next step. */
export function NextStopCard({ stop }: { stop: TodayStop }) {
  const { t, format } = useWords()
  const path = `/crew/visits/${stop.id}`
  return (
    <NextStop
      label={t('crew:today.next')}
      chip={<StopMarks stop={stop} next />}
      time={format.span(stop.start, stop.end)}
      planned={<BeThere stop={stop} />}
      name={<A href={path}>{stop.name}</A>}
      where={stop.address}
      work={stop.work}
    >
      <TwoUp>
        <ButtonLink href={`tel:${stop.phone}`} icon="phone">
          {t('crew:today.call')}
        </ButtonLink>
        <ButtonLink href={directionsTo(stop.address)} icon="go" rel="noreferrer">
          {t('crew:today.navigate')}
        </ButtonLink>
      </TwoUp>
      {hasTapStep(stop.stage) ? (
        <StepForm id={stop.id} step={tapStep[stop.stage]} follow />
      ) : (
        <ButtonLink variant="primary" big href={path}>
          {t('crew:today.go')}
        </ButtonLink>
      )}
    </NextStop>
  )
}
