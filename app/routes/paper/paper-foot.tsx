import { useWords } from '#app/i18n/use-words.ts'
import { SheetFoot } from '#app/ui/paper/sheet.tsx'
import type { CompanyView } from './sheet-view.server.ts'

/** What to do with the paper, whom to call, and which page of how many this is. */
export function PaperFoot({
  hint,
  company: { hotline, hours },
  page,
  pages,
}: {
  hint: string
  company: CompanyView
  page: number
  pages: number
}) {
  const { t } = useWords()
  return (
    <SheetFoot>
      {[hint, t('paper:hotline', { number: hotline, hours }), t('paper:pageOf', { page, pages })]}
    </SheetFoot>
  )
}
