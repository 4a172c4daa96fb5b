import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { PaperBar } from '#app/ui/paper/bar.tsx'

/** The bar above a paper, in the reader's words. */
export function BarOfPaper({
  back,
  children,
}: {
  back: { href: string; label: ReactNode }
  children?: ReactNode
}) {
  const { t } = useWords()
  return (
    <PaperBar
      label={t('paper:bar.label')}
      back={back}
      print={t('paper:bar.print')}
      how={t('paper:bar.how')}
    >
      {children}
    </PaperBar>
  )
}
