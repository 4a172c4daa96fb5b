import { useWords } from '#app/i18n/use-words.ts'
import { inShort, pageRoom } from '#app/ui/paper/measure.ts'
import { Paged } from '#app/ui/paper/pages.tsx'
import { SheetTop } from '#app/ui/paper/sheet.tsx'
import { useJobParts } from './job-parts.tsx'
import { PaperFoot } from './paper-foot.tsx'
import type { CompanyView, SheetView } from './sheet-view.server.ts'

/** DS-5: one visit on paper; a long one on as many pages as it needs. */
export function JobSheet({ sheet, company }: { sheet: SheetView; company: CompanyView }) {
  const { t, format } = useWords()
  const parts = useJobParts(sheet, company)
  const { number, name, position, stops, start, end } = sheet
  const continued = (title: string) => t('paper:continued', { title })
  const time = [
    format.span(start, end),
    position !== null && t('paper:stopOf', { position, stops }),
  ]
  return (
    <Paged
      parts={parts}
      room={pageRoom}
      label={(page) => t('paper:sheet.label', { number, name, page })}
      continued={continued}
      top={(page) => (
        <SheetTop
          title={page === 1 ? t('paper:sheet.title') : continued(t('paper:sheet.title'))}
          level={page === 1 ? 1 : 2}
          sub={[t(`words:skill.${sheet.skill}`), sheet.crew ?? t('paper:sheet.noCrew')].join(
            t('paper:and'),
          )}
          number={number}
          lines={
            page === 1
              ? [format.wholeDay(start), time.filter(Boolean).join(t('paper:and'))]
              : [inShort(name, 24)]
          }
          qr={page === 1 ? sheet.qr : null}
        />
      )}
      foot={(page, pages) => (
        <PaperFoot hint={t('paper:sheet.foot')} {...{ company, page, pages }} />
      )}
    />
  )
}
