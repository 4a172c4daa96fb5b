import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { HeatLegend } from '#app/ui/console/capacity.tsx'
import { Kbd } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import type { CapacityData } from './capacity.tsx'
import { PendingLeave } from './roster/pending-leave.tsx'
import { RosterOfCrews } from './roster/roster-of-crews.tsx'

/** The week's roster of the crews that go there, and leave that waits. */
export function RosterSide({
  roster,
  mayAsk,
}: {
  roster: NonNullable<CapacityData['roster']>
  mayAsk: boolean
}) {
  const { t } = useWords()
  return (
    <>
      <Section
        title={t('bookings:week')}
        right={<TextLink href="/console/bookings/roster">{t('bookings:changeRoster')}</TextLink>}
      >
        <RosterOfCrews days={roster.days} crews={roster.crews} />
      </Section>
      <PendingLeave leaves={roster.pending} leaveHours={roster.leaveHours} mayAsk={mayAsk} />
    </>
  )
}

export function Legend({ keys = true }: { keys?: boolean }) {
  const { t } = useWords()
  const [arrows = '', space = '', closing = '', opening = ''] =
    t('bookings:heat.keys').split(/<k>.*?<\/k>/)
  return (
    <div className="bar legend-bar">
      <HeatLegend
        title={t('bookings:legend.counts')}
        items={[
          { look: 'h0', label: t('bookings:legend.empty') },
          { look: 'h1', label: t('bookings:legend.under30') },
          { look: 'h2', label: t('bookings:legend.over30') },
          { look: 'h3', label: t('bookings:legend.over60') },
          { look: 'full', mark: t('bookings:mark.full'), label: t('bookings:legend.full') },
          { look: 'shut', mark: t('bookings:mark.shut'), label: t('bookings:legend.shut') },
          { look: 'over', mark: t('bookings:mark.over'), label: t('bookings:legend.over') },
          {
            look: 'stranded',
            mark: t('bookings:mark.stranded'),
            label: t('bookings:legend.stranded'),
          },
          { look: 'held', mark: '2/5', label: t('bookings:legend.held') },
        ]}
      />
      <span className="grow" />
      {keys && (
        <span className="muted xs no-phone">
          {arrows}
          <Kbd>Space</Kbd>
          {space}
          <Kbd>C</Kbd>
          {closing}
          <Kbd>+</Kbd>
          {opening}
        </span>
      )}
    </div>
  )
}
