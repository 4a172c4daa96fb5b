import { useWords } from '#app/i18n/use-words.ts'
import type { AreaDay } from '#app/domain/bookings/areas-overview.server.ts'
import { type HeatCell, type HeatLook, HeatTable } from '#app/ui/console/capacity.tsx'
import { withinDay } from '../civil-day.ts'
import { dayHead } from './heat.tsx'
import { windowPath } from './place.ts'
import { useCells } from './use-cells.ts'

/** Every area over two weeks, a cell a day: what most needs a look decides how it looks. */
export function AreasHeat({
  areas,
  overview,
  days,
  from,
  today,
}: {
  areas: { id: number; nameZh: string; nameEn: string }[]
  overview: AreaDay[]
  days: { day: string; weekend: boolean; holiday: boolean }[]
  from: string
  today: string
}) {
  const { t, format, locale } = useWords()
  const en = locale === 'en'
  const cellOf = (one: AreaDay, area: string): HeatCell => {
    const look = lookOfDay(one)
    const { booked, places, full, closed, overbooked, stranded } = one
    const figure = { stranded, over: overbooked, full, shut: closed }
    const marked = look === 'stranded' || look === 'over' || look === 'full' || look === 'shut'
    const said = [
      `${area} ${format.day(withinDay(one.day))}`,
      places > 0 ? t('bookings:cell.counts', { booked, places }) : t('bookings:cell.noPlaces'),
      stranded > 0 && t('bookings:cell.stranded', { count: stranded }),
      overbooked > 0 && t('bookings:areas.over', { count: overbooked }),
      full > 0 && t('bookings:areas.full', { count: full }),
      closed > 0 && t('bookings:areas.shut', { count: closed }),
    ]
    return {
      key: `${one.areaId}-${one.day}`,
      href: windowPath({ areaId: one.areaId, from }, one.tightest),
      look,
      label: said.filter(Boolean).join(en ? ', ' : '，'),
      ...(marked
        ? { mark: t(`bookings:mark.${look}`), figures: String(figure[look]) }
        : { figures: look === 'none' ? '–' : `${booked}/${places}` }),
    }
  }
  const rows = areas.map((area) => {
    const name = en ? area.nameEn : area.nameZh
    return {
      key: String(area.id),
      label: name,
      cells: days.map(({ day }) => {
        const found = overview.find((one) => one.areaId === area.id && one.day === day)
        return found ? cellOf(found, name) : null
      }),
    }
  })
  const dayWords = { word: t('bookings:heat.today'), holiday: t('bookings:heat.holiday') }
  const cells = useCells(
    rows.map((row) => row.cells),
    null,
  )
  return (
    <HeatTable
      label={t('bookings:areas.label')}
      caption={t('bookings:areas.caption')}
      corner={t('bookings:areas.area')}
      nothing={t('bookings:heat.none')}
      days={days.map((one) => dayHead(one, { today, locale, ...dayWords }))}
      groups={[
        {
          key: 'areas',
          icon: 'pin',
          name: t('bookings:areas.title'),
          note: t('bookings:areas.hint'),
          rows,
        },
      ]}
      {...cells}
    />
  )
}

function lookOfDay({ stranded, overbooked, full, closed, places, booked }: AreaDay): HeatLook {
  if (stranded > 0) return 'stranded'
  if (overbooked > 0) return 'over'
  if (full > 0) return 'full'
  if (closed > 0) return 'shut'
  if (places === 0) return 'none'
  if (booked === 0) return 'h0'
  const share = booked / places
  return share <= 0.3 ? 'h1' : share <= 0.6 ? 'h2' : 'h3'
}
