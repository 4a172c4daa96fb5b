import { useWords } from '#app/i18n/use-words.ts'
import { UnsentBanner } from '#app/ui/crew/frame.tsx'
import { TextButton } from '#app/ui/portal/buttons.tsx'
import type { SeenEntry } from './entry.ts'
import { restWithout, tomorrow } from './next-to-send.ts'
import { setAside } from './outbox.ts'
import { sendNow } from './send.ts'
import { useHolder, useOutbox } from './use-kept.ts'

/** The server fails on one entry again and again: people have to look at it, and the rest needn't wait for them. */
export function Stuck({ entry }: { entry: SeenEntry }) {
  const { me, hotline } = useHolder()
  const { entries } = useOutbox()
  const { t } = useWords()
  const what = useWhat()
  const rest = restWithout(entries, entry, { me, now: new Date() })
  const sendRest = async () => {
    await setAside([entry.order], tomorrow(new Date()))
    await sendNow(me)
  }
  return (
    <UnsentBanner
      trouble
      title={t('crew:unsent.stuck', { what: what(entry) })}
      text={
        <>
          {t('crew:unsent.stuckText')}{' '}
          {hotline && (
            <a href={`tel:${hotline.replace(/[^\d+]/g, '')}`}>
              {t('crew:unplanned.dispatch', { hotline })}
            </a>
          )}
        </>
      }
      action={
        rest.length > 0 && (
          <TextButton type="button" onClick={() => void sendRest()}>
            {t('crew:unsent.restFirst')}
          </TextButton>
        )
      }
    />
  )
}

/** What was set aside is tried again tomorrow, or at a tap. */
export function Aside({ entries }: { entries: readonly SeenEntry[] }) {
  const { me } = useHolder()
  const { t } = useWords()
  const what = useWhat()
  const again = async () => {
    await setAside(
      entries.map(({ order }) => order),
      null,
    )
    await sendNow(me)
  }
  return (
    <UnsentBanner
      title={t('crew:unsent.aside', { what: entries.map(what).join(t('crew:comma')) })}
      text={t('crew:unsent.asideText')}
      action={
        <TextButton type="button" onClick={() => void again()}>
          {t('crew:unsent.asideAgain')}
        </TextButton>
      }
    />
  )
}

/** What it is and when it was done, as one says it on the phone. */
function useWhat() {
  const { t, format } = useWords()
  return ({ kind, at }: SeenEntry) =>
    t('crew:unsent.what', { what: t(`words:entry.${kind}`), at: format.moment(at) })
}
