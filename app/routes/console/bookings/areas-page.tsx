import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import { AreasHeat } from './areas-heat.tsx'
import type { CapacityData } from './capacity.tsx'
import { Legend } from './capacity-parts.tsx'
import { areasPath } from './place.ts'

/** The first look: where it is tight, over all areas. */
export function AreasPage({ data }: { data: CapacityData }) {
  const { t, format } = useWords()
  const { areas, overview, heat, from, today, days } = data
  const sub = { area: t('bookings:areas.title'), day: format.day(withinDay(from)), days }
  return (
    <>
      <PageHead title={t('bookings:title')} sub={t('bookings:sub', sub)}>
        <BtnLink
          href={areasPath(data.previous)}
          icon="right"
          className="flip"
          label={t('bookings:previous')}
        />
        {from !== today && (
          <BtnLink href={areasPath(today)} variant="quiet">
            {t('bookings:today')}
          </BtnLink>
        )}
        <BtnLink href={areasPath(data.next)} icon="right" label={t('bookings:next')} />
        {data.may.roster && <BtnLink href="/console/bookings/roster">{t('roster:roster')}</BtnLink>}
        <StrandedLink count={data.stranded} />
      </PageHead>
      <Legend keys={false} />
      <Section label={t('bookings:heat.section')}>
        <AreasHeat
          key={from}
          areas={areas}
          overview={overview}
          days={heat.days}
          from={from}
          today={today}
        />
      </Section>
    </>
  )
}

export function StrandedLink({ count }: { count: number }) {
  const { t } = useWords()
  return (
    <BtnLink
      href="/console/bookings/stranded"
      {...(count > 0 ? { icon: 's-risk' as const, className: 'btn-bad' } : {})}
    >
      {count > 0 ? t('bookings:strandedLink', { count }) : t('bookings:noneStranded')}
    </BtnLink>
  )
}
