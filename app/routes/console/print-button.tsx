import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn } from '#app/ui/console/buttons.tsx'

/** Without scripts the browser's own menu prints. */
export function PrintButton() {
  const { t } = useWords()
  const [works, setWorks] = useState(false)
  useEffect(() => setWorks(true), [])
  if (!works) return null
  return (
    <Btn type="button" variant="quiet" icon="print" onClick={() => window.print()}>
      {t('print')}
    </Btn>
  )
}
