import { useFetcher } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import type { TalkFile } from './talk-extras-view.server.ts'

/** What went along with a note or a message. */
export function TalkFiles({ files }: { files: TalkFile[] }) {
  const { t } = useWords()
  return files.map(({ id, name, picture }) => (
    <a key={id} className="link xs" href={`/attachments/${id}`}>
      {picture ? (
        <img
          src={`/attachments/${id}`}
          alt={t('tickets:talk.picture', { name })}
          loading="lazy"
          decoding="async"
        />
      ) : (
        t('tickets:talk.file', { name })
      )}
    </a>
  ))
}

/** That a message waits for the morning, and the button for whoever won't. */
export function Held({
  held: { until, id, number },
}: {
  held: { until: string; id: string; number: string | null }
}) {
  const { t, format } = useWords()
  const fetcher = useFetcher()
  return (
    <>
      {t('tickets:talk.held', { at: format.moment(until) })}{' '}
      {number && (
        <fetcher.Form method="post" action={`/console/tickets/${number}/send-now`}>
          <input type="hidden" name="message" value={id} />
          <button className="link" disabled={fetcher.state !== 'idle'}>
            {t('tickets:talk.sendNow')}
          </button>
        </fetcher.Form>
      )}
    </>
  )
}
