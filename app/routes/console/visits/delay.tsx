import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import type { LateReason } from '#db/vocabulary/work.ts'
import type { Channel } from '#db/vocabulary/messages.ts'

/** DS-4: what was said of a delay and by which way; who can't be written to is to be called. */
export function Delay({
  delay,
  phone,
}: {
  delay: { reason: LateReason; expectedAt: string; toldAt: string; way: Channel | null }
  phone: string
}) {
  const { t, format } = useWords()
  const words = {
    at: format.time(delay.toldAt),
    expected: format.time(delay.expectedAt),
    reason: t(`words:lateReason.${delay.reason}`),
  }
  if (delay.way === null) return t('visits:late.noted', words)
  if (delay.way === 'mail') return t('visits:late.mailed', words)
  return (
    <>
      {t('visits:late.noted', words)} <ToCall phone={phone} />
    </>
  )
}

export function ToCall({ phone }: { phone: string }) {
  const { t, format } = useWords()
  return (
    <>
      {t('visits:late.toCall')} <TextLink href={`tel:${phone}`}>{format.phone(phone)}</TextLink>
    </>
  )
}
