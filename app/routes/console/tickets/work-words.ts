import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { withinDay } from '../civil-day.ts'
import type { WorkEvent } from './work-event.ts'

/** What happened at a home, in the words of the history. */
export function useWorkWords() {
  const { t, format } = useWords()
  return (event: WorkEvent | null) => (event === null ? [] : workWords({ t, format }, event))
}

export function workWords({ t, format }: { t: Translate; format: Format }, event: WorkEvent) {
  const { what, minutes, price, item, number } = event
  const said = [
    event.late && t(`words:lateReason.${event.late}`),
    event.pause && t(`words:pauseReason.${event.pause}`),
    event.expectedAt && t('tickets:events.expected', { at: format.moment(event.expectedAt) }),
    event.untold && t('tickets:events.notTold'),
    what !== null && minutes !== null && price !== null
      ? t('tickets:events.extra', {
          what,
          minutes: format.minutes(minutes),
          price: format.money(price),
        })
      : what,
    event.decision && t(`words:extraDecision.${event.decision}`),
    event.by,
    event.level && t(`words:inspectionLevel.${event.level}`),
    event.passed !== null && t(`tickets:events.${event.passed ? 'passed' : 'failed'}`),
    event.purpose && t(`words:custodyPurpose.${event.purpose}`),
    item !== null && number !== null ? t('tickets:events.item', { item, number }) : item,
    event.backOn && t('tickets:events.backOn', { day: format.day(withinDay(event.backOn)) }),
    event.reclaimed !== null &&
      t(`tickets:events.${event.reclaimed ? 'reclaimed' : 'notReclaimed'}`),
    event.byCustomer && t('tickets:events.saidByCustomer'),
    event.found,
    event.needed,
    event.note,
  ]
  return said.flatMap((line) => line || [])
}
