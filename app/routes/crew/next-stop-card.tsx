import { useFetcher } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { NextStop } from '#app/ui/crew/stops.tsx'
import { BigButton, TwoUp } from '#app/ui/crew/visit.tsx'
import { A } from '#app/ui/links.tsx'
import { ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Chip, Notice } from '#app/ui/portal/notices.tsx'
import { directionsTo } from './directions.ts'
import { hasFailed } from './sending.ts'
import { hasTapStep, stageWord, tapStep } from './stage.ts'
import type { TodayStop } from './today.tsx'

/** Where the crew goes now, with its one next step. */
export function NextStopCard({ stop }: { stop: TodayStop }) {
  const { t, format } = useWords()
  const fetcher = useFetcher()
  const path = `/crew/visits/${stop.id}`
  const waits = stop.stage === 'confirmed'
  const look = { tone: 'active', icon: 'half' } as const
  return (
    <NextStop
      label={t('crew:today.next')}
      chip={
        <Chip {...look}>{waits ? t('crew:today.next') : stageWord(t, stop.stage, stop.skill)}</Chip>
      }
      time={format.span(stop.start, stop.end)}
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
      {hasFailed(fetcher.data) && (
        <Notice tone="trouble" icon="alert" alert>
          {t('crew:visit.failed')}
        </Notice>
      )}
      {hasTapStep(stop.stage) ? (
        <fetcher.Form method="post" action={`${path}/steps`}>
          <input type="hidden" name="step" value={tapStep[stop.stage]} />
          <BigButton disabled={fetcher.state !== 'idle'}>
            {t(`crew:visit.step.${tapStep[stop.stage]}`)}
          </BigButton>
        </fetcher.Form>
      ) : (
        <ButtonLink variant="primary" big href={path}>
          {t('crew:today.go')}
        </ButtonLink>
      )}
    </NextStop>
  )
}
