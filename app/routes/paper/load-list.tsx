import { useWords } from '#app/i18n/use-words.ts'
import { pageRoom } from '#app/ui/paper/measure.ts'
import { Paged } from '#app/ui/paper/pages.tsx'
import { SheetTop } from '#app/ui/paper/sheet.tsx'
import { useLoadParts } from './load-parts.tsx'
import type { LoadView } from './load-view.server.ts'
import { PaperFoot } from './paper-foot.tsx'
import type { CompanyView } from './sheet-view.server.ts'

/** DS-5: what a vehicle takes along on a day. @param noon an instant of the day */
export function LoadList({
  list,
  noon,
  company,
}: {
  list: LoadView
  noon: string
  company: CompanyView
}) {
  const { t, format } = useWords()
  const parts = useLoadParts(list)
  const continued = (title: string) => t('paper:continued', { title })
  return (
    <Paged
      parts={parts}
      room={pageRoom}
      label={(page) => t('paper:load.label', { crew: list.crew, page })}
      continued={continued}
      top={(page) => (
        <SheetTop
          title={page === 1 ? t('paper:load.title') : continued(t('paper:load.title'))}
          level={page === 1 ? 1 : 2}
          sub={list.crew}
          number={list.vehicle ?? list.crew}
          lines={[
            format.wholeDay(noon),
            ...(page === 1 ? [t('paper:load.stopsCount', { count: list.stops.length })] : []),
          ]}
          qr={page === 1 ? list.qr : null}
        />
      )}
      foot={(page, pages) => (
        <PaperFoot hint={t('paper:load.foot')} {...{ company, page, pages }} />
      )}
    />
  )
}
