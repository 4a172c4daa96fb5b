import { useWords } from '#app/i18n/use-words.ts'
import { PaperBar } from '#app/ui/paper/bar.tsx'
import type { QrCode } from '#app/ui/paper/qr.tsx'
import { PaperPage } from '#app/ui/paper/sheet.tsx'
import { RecordSheet } from './record-sheet.tsx'
import type { RecordView } from './record-view.server.ts'

interface Props {
  record: RecordView
  qr: QrCode
  back: { href: string; to: 'toTicket' | 'toItsTicket' | 'toVisit' }
  hotline: { number: string; hours: string }
  company: string
  reader: 'customer' | 'staff'
}

/** A signed record as a page, made to be printed. */
export function RecordPage({ record, qr, back, hotline, company, reader }: Props) {
  const { t } = useWords()
  return (
    <PaperPage
      bar={
        <PaperBar
          label={t('paper:bar.label')}
          back={{ href: back.href, label: t(`record:${back.to}`) }}
          print={t('paper:bar.print')}
          how={t('paper:bar.how')}
        />
      }
    >
      <RecordSheet
        record={record}
        qr={qr}
        ask={t(`record:ask.${reader}`, { hotline: hotline.number })}
        foot={`${company} · ${t('paper:hotline', hotline)}`}
      />
    </PaperPage>
  )
}
