import { Form } from '@remix-run/react'
import type { LeaveStatus } from '#db/vocabulary/bookings.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { leaveTimeWords } from '#app/routes/leave-words.ts'
import type { LeaveView } from '#app/routes/leave-view.server.ts'
import type { IconName } from '#app/ui/icons.tsx'
import { Button } from '#app/ui/portal/buttons.tsx'
import { Chip } from '#app/ui/portal/notices.tsx'
import { Panel } from '#app/ui/portal/page.tsx'
import type { Tone } from '#app/ui/tone.ts'

const look: Record<LeaveStatus, { tone: Tone; icon: IconName }> = {
  asked: { tone: 'waiting', icon: 'clock' },
  approved: { tone: 'done', icon: 'done' },
  refused: { tone: 'trouble', icon: 'close' },
  withdrawn: { tone: 'idle', icon: 'close' },
}

/** What was approved is asked about once more before it is taken back. */
function TakeBack({ id, time, approved }: { id: number; time: string; approved: boolean }) {
  const { t } = useWords()
  const which = <span className="hidden-text">{time}</span>
  const form = (word: 'withdraw' | 'withdrawSure') => (
    <Form method="post" action={`/crew/leave/${id}`}>
      <Button variant={approved ? 'danger' : 'plain'}>
        {t(`roster:leave.${word}`)} {which}
      </Button>
    </Form>
  )
  if (!approved) return form('withdraw')
  return (
    <details className="ask-again">
      <summary>
        {t('roster:leave.withdraw')} {which}
      </summary>
      <p>{t('roster:leave.withdrawApproved')}</p>
      {form('withdrawSure')}
    </details>
  )
}

/** What was asked, how it stands, and what was said to it. */
export function OwnLeave({ leaves, own }: { leaves: LeaveView[]; own: string }) {
  const { t, format, locale } = useWords()
  return (
    <section className="stack" aria-labelledby="own">
      <h2 id="own">{t('roster:own.list')}</h2>
      {leaves.length === 0 && <p className="muted">{t('roster:own.none')}</p>}
      {leaves.map((leave) => {
        const open = !leave.over && (leave.status === 'asked' || leave.status === 'approved')
        const time = leaveTimeWords(t, format, leave)
        return (
          <Panel key={leave.id}>
            <p>
              <b>{time}</b>{' '}
              <Chip {...look[leave.status]}>{t(`roster:leave.status.${leave.status}`)}</Chip>
            </p>
            {leave.member !== own && (
              <p>
                {leave.member ??
                  t('roster:leave.wholeCrew', {
                    crew: locale === 'en' ? leave.crewEn : leave.crewZh,
                  })}
              </p>
            )}
            <p className="muted typed">{leave.reason}</p>
            {leave.decider && (
              <p>
                {leave.decision
                  ? t('roster:own.decided', { name: leave.decider, words: leave.decision })
                  : t('roster:own.decidedPlain', { name: leave.decider })}
              </p>
            )}
            {leave.asker !== own && (
              <p className="muted small">{t('roster:own.asked', { name: leave.asker ?? '' })}</p>
            )}
            {open && <TakeBack id={leave.id} time={time} approved={leave.status === 'approved'} />}
          </Panel>
        )
      })}
    </section>
  )
}
