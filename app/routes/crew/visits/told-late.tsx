import { useWords } from '#app/i18n/use-words.ts'
import { ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { useOutbox } from '../kept/use-kept.ts'
import { useVisit } from './loaded-visit.ts'

/** DS-4: that the customer knows of it, or is to be called: without e-mail nothing else reaches them. */
export function ToldLate() {
  const { id, delay, stage, hasEmail, called, name, phone } = useVisit()
  const { t, format } = useWords()
  const unsent = useOutbox().entries.some(
    ({ kind, visitId, state }) => kind === 'late' && visitId === id && state === 'waiting',
  )
  if (!delay || (stage !== 'confirmed' && stage !== 'on_the_way')) return null
  const reason = t(`words:lateReason.${delay.reason}`)
  const time = format.time(delay.expectedAt)
  const told = hasEmail || (called !== null && called.at >= delay.at)
  return (
    <Notice tone="waiting" icon="clock">
      <p role="status">
        {told
          ? t(unsent ? 'crew:late.unsent' : 'crew:late.standing', { time, reason })
          : t('crew:late.callNow', { name, time, reason })}
      </p>
      {!told && (
        <p className="gap-3">
          <ButtonLink icon="phone" href={`tel:${phone}`}>
            {t('crew:call.call', { phone: format.phone(phone) })}
          </ButtonLink>
        </p>
      )}
    </Notice>
  )
}
