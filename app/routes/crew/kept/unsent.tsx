import { useEffect } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { UnsentBanner, UnsentList } from '#app/ui/crew/frame.tsx'
import { A } from '#app/ui/links.tsx'
import { TextButton } from '#app/ui/portal/buttons.tsx'
import { fieldOf, type SeenEntry } from './entry.ts'
import { isAside, isStuck } from './next-to-send.ts'
import { dismiss } from './outbox.ts'
import { sendKept, sendNow } from './send.ts'
import { Aside, Stuck } from './stuck.tsx'
import { useHolder, useOutbox } from './use-kept.ts'

/** On top of every page: what isn't sent yet, what can't be, and what wasn't taken. */
export function Unsent() {
  const { me } = useHolder()
  const { t } = useWords()
  const { entries, sending, held, full } = useOutbox()
  useSending(me)
  const now = new Date()
  const mine = entries.filter(({ state, by }) => state === 'waiting' && by === me)
  const stuck = mine.find((entry) => isStuck(entry, now))
  const aside = mine.filter((entry) => isAside(entry, now))
  const toGo = mine.filter((entry) => !isAside(entry, now))
  const waiting = toGo.length
  const stops = new Set(toGo.map(({ visitId }) => visitId)).size
  const theirs = entries.filter(({ state, by }) => state === 'waiting' && by !== me).length
  const refused = entries.filter(({ state, by }) => state === 'refused' && by === me)
  const apart = waiting > 0 && (held === 'signedOut' || held === 'someoneElse')
  return (
    <>
      {waiting > 0 && (
        <UnsentBanner
          title={
            stops > 1
              ? t('crew:unsent.countOfStops', { count: waiting, stops })
              : t('crew:unsent.count', { count: waiting })
          }
          text={apart ? t(`crew:unsent.held.${held}`) : !stuck && t('crew:unsent.text')}
          action={
            apart ? (
              <a className="link" href="/sign-in?next=/crew">
                {t('crew:unsent.signIn')}
              </a>
            ) : (
              <TextButton type="button" disabled={sending} onClick={() => void sendNow(me)}>
                {t(sending ? 'crew:unsent.sending' : 'crew:unsent.send')}
              </TextButton>
            )
          }
        />
      )}
      {stuck && <Stuck entry={stuck} />}
      {aside.length > 0 && <Aside entries={aside} />}
      {theirs > 0 && (
        <UnsentBanner
          title={t('crew:unsent.theirs', { count: theirs })}
          text={t('crew:unsent.theirsText')}
        />
      )}
      {full && <UnsentBanner title={t('crew:unsent.notKept.full')} trouble />}
      {refused.length > 0 && (
        <UnsentList
          title={t('crew:unsent.refused', { count: refused.length })}
          items={refused.map((entry) => ({ key: entry.key, children: <Refused entry={entry} /> }))}
        />
      )}
    </>
  )
}

function Refused({ entry }: { entry: SeenEntry }) {
  const { t, format } = useWords()
  const { kind, visitId, at, refusal, order } = entry
  const typed = typedIn(entry)
  const drawing = fieldOf(entry, 'drawing')
  const why = refusal && t(`refusals:${refusal.refusal}` as 'refusals:notFound', refusal.values)
  return (
    <>
      <p>
        <A href={`/crew/visits/${visitId}`}>{t(`words:entry.${kind}`)}</A>{' '}
        <span className="num">{format.time(at)}</span>
        <br />
        {why}
        {typed && <small className="typed">{typed}</small>}
        {drawing && <img src={drawing} alt={t('crew:unsent.drawn')} />}
      </p>
      <TextButton type="button" onClick={() => void dismiss(order)}>
        {t('crew:unsent.dismiss')}
      </TextButton>
    </>
  )
}

const words = ['workDone', 'needed', 'what', 'item', 'condition', 'reason', 'note', 'because']

/** What somebody wrote isn't lost with what couldn't be taken. */
const typedIn = ({ fields, kind }: SeenEntry) =>
  fields
    .filter(([name]) => words.includes(name) || name.startsWith('reason-'))
    .filter(([name]) => name !== 'reason' || (kind !== 'late' && kind !== 'pause'))
    .map(([, value]) => value.trim())
    .filter(Boolean)
    .join('\n')

/** What waits is sent when the page opens, when the network is back, and when the phone is looked at again. */
function useSending(me: string) {
  useEffect(() => {
    const looked = () => {
      if (document.visibilityState === 'visible') void sendNow(me)
    }
    const back = () => void sendNow(me)
    void sendKept(me)
    window.addEventListener('online', back)
    document.addEventListener('visibilitychange', looked)
    return () => {
      window.removeEventListener('online', back)
      document.removeEventListener('visibilitychange', looked)
    }
  }, [me])
}
