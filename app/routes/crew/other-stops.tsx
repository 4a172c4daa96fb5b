import { useWords } from '#app/i18n/use-words.ts'
import { Stops } from '#app/ui/crew/stops.tsx'
import { BeThere, StopMarks } from './stop-marks.tsx'
import type { TodayStop } from './stop-view.server.ts'

/** The stops that aren't the next one. */
export function OtherStops({ stops }: { stops: TodayStop[] }) {
  const { t, format } = useWords()
  return (
    <Stops
      items={stops.map((stop) => ({
        key: String(stop.id),
        from: format.time(stop.start),
        to: format.time(stop.end),
        planned: <BeThere stop={stop} />,
        href: `/crew/visits/${stop.id}`,
        who: stop.name,
        where: [stop.address, stop.work].join(t('crew:comma')),
        chip: <StopMarks stop={stop} />,
        call:
          stop.stage === 'confirmed'
            ? { href: `tel:${stop.phone}`, label: t('crew:today.callName', { name: stop.name }) }
            : undefined,
      }))}
    />
  )
}
