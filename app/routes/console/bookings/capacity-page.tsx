import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { PlaceMenu } from '#app/ui/console/capacity.tsx'
import { WithSide } from '#app/ui/console/layout.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import { AreasPage, StrandedLink } from './areas-page.tsx'
import type { CapacityData } from './capacity.tsx'
import { Legend, RosterSide } from './capacity-parts.tsx'
import { ClosingDone } from './closing-done.tsx'
import { DayForm } from './day-form.tsx'
import { Heat } from './heat.tsx'
import { areasPath, pathOf, windowPath } from './place.ts'
import { WindowPanel } from './window-panel.tsx'

export function CapacityPage({ data, reply }: { data: CapacityData; reply: unknown }) {
  const { t, format, locale } = useWords()
  const { areas, area, from, today, window, heat } = data
  if (!area && areas.length > 0) return <AreasPage data={data} />
  if (!area) {
    return (
      <>
        <PageHead title={t('bookings:title')} />
        <EmptyState title={t('bookings:noAreas')}>{t('bookings:noAreasHint')}</EmptyState>
      </>
    )
  }
  const nameOf = (one: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? one.nameEn : one.nameZh
  const place = { areaId: area.id, from }
  const sub = { area: nameOf(area), day: format.day(withinDay(from)), days: data.days }
  return (
    <>
      <PageHead title={t('bookings:title')} sub={t('bookings:sub', sub)}>
        <PlaceMenu
          key={area.id}
          chosen={nameOf(area)}
          label={t('bookings:area')}
          items={[
            { href: areasPath(from), label: t('bookings:areas.title') },
            ...areas.map((one) => ({
              href: pathOf({ areaId: one.id, from }),
              label: nameOf(one),
              current: one.id === area.id,
            })),
          ]}
        />
        <BtnLink href={areasPath(from)}>{t('bookings:areas.title')}</BtnLink>
        <BtnLink
          href={pathOf({ ...place, from: data.previous })}
          icon="right"
          className="flip"
          label={t('bookings:previous')}
        />
        {from !== today && (
          <BtnLink href={pathOf({ ...place, from: today })} variant="quiet">
            {t('bookings:today')}
          </BtnLink>
        )}
        <BtnLink
          href={pathOf({ ...place, from: data.next })}
          icon="right"
          label={t('bookings:next')}
        />
        {data.roster && <BtnLink href="/console/bookings/roster">{t('roster:roster')}</BtnLink>}
        <StrandedLink count={data.stranded} />
      </PageHead>
      <Legend />
      <WithSide
        sideLabel={t('bookings:panel.label')}
        side={
          <>
            {window ? (
              <WindowPanel
                key={window.id}
                window={window}
                place={place}
                may={data.may}
                waiting={data.waiting}
                act={data.act}
                reply={reply}
              />
            ) : (
              <Section label={t('bookings:panel.label')}>
                <p className="muted">{t('bookings:panel.empty')}</p>
              </Section>
            )}
            {data.may.manage && (
              <DayForm
                key={`${window?.id} ${from}`}
                place={place}
                area={nameOf(area)}
                days={heat.days.map(({ day }) => day).filter((day) => day >= today)}
                services={heat.groups.map(({ service }) => service)}
                window={window}
                reply={reply}
              />
            )}
            {data.roster && <RosterSide roster={data.roster} mayAsk={data.may.askLeave} />}
          </>
        }
      >
        <Section label={t('bookings:heat.section')}>
          <ClosingDone data={data} />
          {heat.groups.length === 0 ? (
            <EmptyState title={t('bookings:noWindows')}>{t('bookings:noWindowsHint')}</EmptyState>
          ) : (
            <Heat
              key={`${area.id} ${from}`}
              view={heat}
              area={nameOf(area)}
              today={today}
              chosen={window?.id ?? null}
              hrefOf={(id) => windowPath(place, id)}
            />
          )}
        </Section>
      </WithSide>
    </>
  )
}
