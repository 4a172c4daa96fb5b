import { useWords } from '#app/i18n/use-words.ts'
import type { TrackPage } from './next.tsx'
import { Tell } from './tell.tsx'

/** IN-7: the customer takes the report back while nothing is booked for it. */
export function Withdrawal({ page, reply }: { page: TrackPage; reply?: unknown }) {
  const { t } = useWords()
  if (!reply && !page.ticket.mayWithdraw) return null
  const repair = page.ticket.kind === 'repair'
  return (
    <Tell
      part="withdrawal"
      page={page}
      reply={reply}
      title={t('track:withdrawal.title')}
      lede={t(repair ? 'track:withdrawal.lede' : 'track:withdrawal.ledeOther')}
      open={t(repair ? 'track:withdrawal.open' : 'track:withdrawal.openOther')}
      words={t('track:withdrawal.words')}
      submit={t('track:withdrawal.submit')}
      danger
    />
  )
}
