import type { FirstCall } from '#app/domain/tickets/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'

/** When we call: within minutes, or from when on. */
export function FirstCallWords({ call }: { call: FirstCall }) {
  const { t, format } = useWords()
  if ('minutes' in call) return t('common:firstCall', { minutes: call.minutes })
  return t('common:firstCallLater', { from: format.moment(call.from) })
}
