import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Button } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { useWhen } from './day-on-phone.tsx'
import { useKeptDay } from './kept-day.ts'
import { hearInstallable, type InstallPrompt } from './install-prompt.ts'

/** What of the day is on this phone, and how the page becomes an app of its own. */
export function OnThisPhone() {
  const { t } = useWords()
  const { day, full } = useKeptDay()
  const when = useWhen()
  const { prompt, installed, install } = useInstall()
  return (
    <section className="stack">
      <h2>{t('crew:kept.phone')}</h2>
      {full ? (
        <Notice tone="trouble" icon="alert">
          {t('crew:kept.full')}
        </Notice>
      ) : (
        day && (
          <p role="status">
            {t('crew:kept.day', { when: when(day.at) })}
            {!day.pictures && <> {t('crew:kept.noPictures')}</>}
          </p>
        )
      )}
      {!installed && (
        <>
          <p className="muted">{t('crew:kept.install')}</p>
          {prompt && (
            <Button type="button" onClick={install}>
              {t('crew:kept.installNow')}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

function useInstall() {
  const [prompt, setPrompt] = useState<InstallPrompt | null>(null)
  const [installed, setInstalled] = useState(false)
  useEffect(() => {
    setInstalled(matchMedia('(display-mode: standalone)').matches)
    return hearInstallable(setPrompt)
  }, [])
  const install = async () => {
    if (!prompt) return
    await prompt.prompt()
    const { outcome } = await prompt.userChoice
    setPrompt(null)
    setInstalled(outcome === 'accepted')
  }
  return { prompt, installed, install: () => void install() }
}
