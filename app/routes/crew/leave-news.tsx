import type { LeaveStatus } from '#db/vocabulary/bookings.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { type LeaveTimes, leaveTimeWords } from '#app/routes/leave-words.ts'
import { A } from '#app/ui/links.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'

/** What was lately said to leave that is to come. */
export function LeaveNews({
  answered,
}: {
  answered: (LeaveTimes & { id: number; status: LeaveStatus })[]
}) {
  const { t, format } = useWords()
  return answered.map(({ id, status, ...times }) => {
    const granted = status === 'approved'
    const time = leaveTimeWords(t, format, times)
    return (
      <div className="gap-3" key={id}>
        <Notice tone={granted ? 'done' : 'trouble'} icon={granted ? 'done' : 'info'}>
          {t(granted ? 'roster:own.newsApproved' : 'roster:own.newsRefused', { time })}{' '}
          <A href="/crew/leave">{t('roster:own.newsOpen')}</A>
        </Notice>
      </div>
    )
  })
}
