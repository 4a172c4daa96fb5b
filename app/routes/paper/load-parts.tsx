import { useWords } from '#app/i18n/use-words.ts'
import { signGap, signHeight, tableHeadHeight } from '#app/ui/paper/measure.ts'
import { type Part, part } from '#app/ui/paper/pages.tsx'
import { SheetSign } from '#app/ui/paper/sheet.tsx'
import { factsPart } from './facts-part.tsx'
import { collectedOn, missingOn } from './load-lines.ts'
import { heightOfStop, stopRowsOf, StopsTable } from './load-stops.tsx'
import { collectPart, totalsPart } from './load-tables.tsx'
import type { LoadView } from './load-view.server.ts'

/** The sections of a load list in their order. */
export function useLoadParts({ stops, totals, crew, vehicle, members }: LoadView): Part[] {
  const { t, format } = useWords()
  const continued = (title: string) => t('paper:continued', { title })
  const missing = missingOn(stops, t)
  const lines = [t('paper:load.storeman'), t('paper:load.driver')].map((words) => ({ words }))
  return [
    factsPart(
      t('paper:load.out'),
      [
        { term: t('paper:load.vehicle'), text: vehicle ?? t('paper:load.noVehicle'), strong: true },
        { term: t('paper:load.crew'), text: crew },
        {
          term: t('paper:load.members'),
          text: members.join(t('paper:and')) || t('paper:load.noMembers'),
          wide: true,
        },
        missing.length > 0 && {
          term: t('paper:load.short'),
          text: missing.join('\n'),
          strong: true,
          wide: true,
        },
      ],
      continued,
    ),
    part({
      title: t('paper:load.order'),
      head: tableHeadHeight,
      rows: stopRowsOf(stops, { t, format }),
      height: heightOfStop,
      render: (rows) => <StopsTable rows={rows} />,
    }),
    collectPart(collectedOn(stops, t), t),
    totalsPart(totals, t),
    part({
      title: null,
      head: signGap,
      follows: true,
      rows: [lines],
      height: () => signHeight,
      render: () => <SheetSign label={t('paper:load.signing')} lines={lines} />,
    }),
  ]
}
