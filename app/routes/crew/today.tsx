import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { faultsToAnswer } from '#app/domain/complaints/faults-to-answer.server.ts'
import { crewOfColleague, leaveAnswered } from '#app/domain/crews/index.server.ts'
import { dayOfCrew } from '#app/domain/visits/index.server.ts'
import { heardOf } from '#app/domain/work/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { atOneMoment } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { leaveTimes } from '#app/routes/leave-view.server.ts'
import { CrewPage, CrewTop } from '#app/ui/crew/frame.tsx'
import { reloadUnlessUnreached } from '#app/unreached.ts'
import { FaultNews } from './fault-news.tsx'
import { LeaveNews } from './leave-news.tsx'
import { CallAheadTask } from './call-ahead-task.tsx'
import { CalledAhead } from './called-ahead.tsx'
import { foldCourse, unheard } from './kept/fold.ts'
import { useLatest } from './kept/latest.ts'
import { useFresh } from './kept/use-fresh.ts'
import { useHolder, useOutbox, useReading } from './kept/use-kept.ts'
import { NextStopCard } from './next-stop-card.tsx'
import { OtherStops } from './other-stops.tsx'
import { marksAfter } from './stop-marks.tsx'
import { isOver } from './stage.ts'
import { stopView } from './stop-view.server.ts'
import { CrewTabs } from './tabs.tsx'

export const shouldRevalidate = reloadUnlessUnreached
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:work')
  const crew = await crewOfColleague(ctx)
  const settings = await currentSettings(ctx)
  const { stops, tomorrow, heard } = await dayAndHeard(ctx)
  const t = translate(ctx.locale)
  return {
    title: `${t('crew:today.pageTitle')} – ${t('brand')}`,
    today: ctx.now().toISOString(),
    crew: crew && { zh: crew.nameZh, en: crew.nameEn },
    tomorrow,
    answered: (await leaveAnswered(ctx)).map(({ id, status, ...times }) => ({
      id,
      status,
      ...leaveTimes(times),
    })),
    faults: await faultsToAnswer(ctx),
    heard,
    stops: stops.map((stop) => stopView(stop, { ...ctx, settings })),
  }
}

/** As of one moment: an entry counts as heard only where what it changed is seen (VS-6). */
const dayAndHeard = (ctx: Awaited<ReturnType<typeof staffContext>>) =>
  atOneMoment(ctx, async (moment) => {
    const day = await dayOfCrew(moment, dayOf(moment.now()))
    const ids = day.stops.map(({ id }) => id)
    return { ...day, heard: await heardOf(moment, ids) }
  })

/** The stops with everything that was done on this phone since they were loaded (VS-6). */
function useStops({ stops, heard }: Pick<ReturnType<typeof useLoaded>, 'stops' | 'heard'>) {
  const { entries } = useOutbox()
  const { me: by } = useHolder()
  const { zone } = useReading()
  return useMemo(
    () =>
      stops
        .map((stop) => {
          const own = unheard(entries, { visitId: stop.id, heard, by })
          return marksAfter(foldCourse(stop, own), own, zone)
        })
        .filter(({ stage }) => stage !== 'cancelled'),
    [stops, heard, entries, by, zone],
  )
}

const useLoaded = () => useLatest('/crew', useLoaderData<typeof loader>())

export default function Today() {
  const loaded = useLoaded()
  const { crew, tomorrow, today, answered, faults } = loaded
  const stops = useStops(loaded)
  useFresh('/crew')
  const { t, locale, format } = useWords()
  const done = stops.filter(({ stage }) => isOver(stage)).length
  const ahead = stops.filter(({ stage }) => !isOver(stage))
  const next = ahead.find(({ stage }) => stage !== 'confirmed') ?? ahead[0]
  const others = stops.filter((stop) => stop !== next)
  const count = stops.length
  return (
    <>
      <header>
        <CrewTop title={crew?.[locale === 'en' ? 'en' : 'zh']} right={format.day(today)} />
      </header>
      <CrewPage>
        <h1>
          {count === 0
            ? t('crew:today.none')
            : done === count
              ? t('crew:today.titleAllDone', { count })
              : t('crew:today.title', { count, done })}
        </h1>
        <LeaveNews answered={answered} />
        <FaultNews count={faults} />
        {count === 0 && (
          <p className="muted gap-3">{t(crew ? 'crew:today.noneText' : 'crew:today.noCrew')}</p>
        )}
        {stops.map(
          ({ call, ...stop }) => call && <CallAheadTask key={stop.id} {...stop} call={call} />,
        )}
        {stops.map(
          ({ called, id, name }) => called && <CalledAhead key={id} {...{ id, name, called }} />,
        )}
        {next && <NextStopCard stop={next} />}
        {others.length > 0 && <h2 className="hidden-text">{t('crew:today.all')}</h2>}
        {others.length > 0 && <OtherStops stops={others} />}
        {crew && (
          <p className="muted gap-5">
            {tomorrow > 0
              ? t('crew:today.tomorrow', { count: tomorrow })
              : t('crew:today.tomorrowNone')}
          </p>
        )}
      </CrewPage>
      <CrewTabs current="today" />
    </>
  )
}
