import { useWords } from '#app/i18n/use-words.ts'
import { PlainCheck } from '#app/ui/portal/choices.tsx'

/** Whoever sends something says once that it may be used for that. */
export function Consent({ said, missing }: { said: string; missing: boolean | undefined }) {
  const { t } = useWords()
  return (
    <PlainCheck
      id="consent"
      name="consent"
      value="yes"
      required
      error={missing ? t('validation:consent') : undefined}
      errorPrefix={t('common:errorPrefix')}
    >
      {said} <a href="/privacy">{t('home:frame.privacy')}</a>
    </PlainCheck>
  )
}
