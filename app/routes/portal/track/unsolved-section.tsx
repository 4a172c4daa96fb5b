import { useWords } from '#app/i18n/use-words.ts'
import type { TrackPage } from './next.tsx'
import { Tell } from './tell.tsx'

const ended = ['resolved', 'closed', 'cancelled']

/** IN-7: it was said to be over, and it isn't. */
export function Unsolved({ page, reply }: { page: TrackPage; reply?: unknown }) {
  const { t } = useWords()
  const { status, callBy } = page.ticket
  if (!reply && (callBy !== null || page.again || !ended.includes(status))) return null
  const how = status === 'cancelled' ? 'cancelled' : 'solved'
  return (
    <Tell
      part="unsolved"
      page={page}
      reply={reply}
      title={t(`track:unsolved.title.${how}`)}
      lede={t(`track:unsolved.lede.${how}`)}
      open={t(`track:unsolved.open.${how}`)}
      words={t(`track:unsolved.words.${how}`)}
      submit={t('track:unsolved.submit')}
    />
  )
}
