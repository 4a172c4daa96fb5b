import { useLocation, useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { UnsentBanner } from '#app/ui/crew/frame.tsx'
import { TextButton } from '#app/ui/portal/buttons.tsx'
import { useKeptDay } from './kept-day.ts'
import { hasLatest, loadLatest } from './latest.ts'
import { useAfterSending } from './use-after-sending.ts'
import { useHolder, useOutbox } from './use-kept.ts'
import { dayHasChanged, watchDay } from './watch-day.ts'

/** On every page: keeps the day on the phone, and says so where a page is shown as it was kept. */
export function DayOnPhone() {
  const { me } = useHolder()
  const { asOf, newer } = useKeptDay()
  const { entries } = useOutbox()
  const { t } = useWords()
  const when = useWhen()
  const { revalidate } = useRevalidator()
  const { pathname } = useLocation()
  const loadAnew = useRef(() => Promise.resolve(false))
  useEffect(() => {
    loadAnew.current = async () => {
      if (hasLatest(pathname)) return loadLatest(pathname)
      if (navigator.onLine) revalidate()
      return navigator.onLine
    }
  })
  useEffect(() => watchDay(me, () => loadAnew.current()), [me])
  // What was sent changes the pages that are kept.
  useAfterSending(() => void dayHasChanged(me), 1000)
  if (!asOf && !newer) return null
  // The banner of what isn't sent says the rest already.
  const waits = entries.some(({ state }) => state === 'waiting')
  return (
    <UnsentBanner
      icon="clock"
      title={asOf ? t('crew:kept.asOf', { when: when(asOf) }) : t('crew:kept.newer')}
      text={asOf && !waits && t('crew:kept.asOfText')}
      action={
        <TextButton type="button" onClick={() => location.reload()}>
          {t('crew:kept.again')}
        </TextButton>
      }
    />
  )
}

/** The time of today, the day and time of any other. */
export function useWhen() {
  const { format } = useWords()
  return (iso: string) =>
    format.day(iso) === format.day(new Date()) ? format.time(iso) : format.moment(iso)
}
