import { useState, useSyncExternalStore } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn } from '#app/ui/console/buttons.tsx'

const never = () => () => undefined
const canCopy = () => 'clipboard' in navigator

/** Only where the browser lets a page copy; the text can be selected anyway. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useWords()
  const able = useSyncExternalStore(never, canCopy, () => false)
  const [copied, setCopied] = useState(false)
  if (!able) return null
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <div className="actions">
      <Btn type="button" onClick={() => void copy()}>
        {t('admin:link.copy')}
      </Btn>
      <span className="muted xs" role="status">
        {copied && t('admin:link.copied')}
      </span>
    </div>
  )
}
