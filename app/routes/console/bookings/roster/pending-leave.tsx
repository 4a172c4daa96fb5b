import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Tag } from '#app/ui/console/status.tsx'
import { leaveTimeWords } from '#app/routes/leave-words.ts'
import type { LeaveView } from '#app/routes/leave-view.server.ts'

/** What waits for a decision, how long ahead it was asked, and how many visits it would strand. */
export function PendingLeave({
  leaves,
  leaveHours,
  mayAsk,
}: {
  leaves: (LeaveView & { strands: number })[]
  leaveHours: number
  mayAsk: boolean
}) {
  const { t, format, locale } = useWords()
  return (
    <Section
      id="to-decide"
      title={t('roster:page.toDecide')}
      right={leaves.length > 0 && leaves.length}
    >
      {leaves.length === 0 && <p className="muted">{t('roster:page.toDecideNone')}</p>}
      <ul className="mini">
        {leaves.map((leave) => (
          <li key={leave.id}>
            <p>
              <TextLink href={`/console/bookings/roster/leave/${leave.id}`}>
                {leave.member ??
                  t('roster:leave.wholeCrew', {
                    crew: locale === 'en' ? leave.crewEn : leave.crewZh,
                  })}
              </TextLink>{' '}
              {leaveTimeWords(t, format, leave)} <Ahead leave={leave} leaveHours={leaveHours} />
            </p>
            {leave.late && <p className="xs muted">{t('roster:leave.lateWho')}</p>}
            <p className="xs muted">
              {leave.strands > 0
                ? t('roster:leave.strands', { n: leave.strands })
                : t('roster:leave.strandsNone')}
            </p>
          </li>
        ))}
      </ul>
      {mayAsk && (
        <p className="actions mt">
          <BtnLink href="/console/bookings/roster/leave/new" icon="plus">
            {t('roster:page.askFor')}
          </BtnLink>
        </p>
      )}
    </Section>
  )
}

/** How long ahead it was asked, and whether that is too late for the rule. */
export function Ahead({
  leave,
  leaveHours,
}: {
  leave: Pick<LeaveView, 'hoursAhead' | 'late' | 'askedAt' | 'start'>
  leaveHours: number
}) {
  const { t } = useWords()
  const { hoursAhead: n, late } = leave
  if (leave.askedAt >= leave.start) return <Tag>{t('roster:leave.begun')}</Tag>
  if (late) return <Tag>{t('roster:leave.aheadShort', { n, needed: leaveHours })}</Tag>
  return (
    <Tag>
      {n < 48
        ? t('roster:leave.ahead', { n })
        : t('roster:leave.aheadDays', { n: Math.floor(n / 24) })}
    </Tag>
  )
}
