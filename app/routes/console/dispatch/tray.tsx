import { useSearchParams } from '@remix-run/react'
import { skills } from '#db/vocabulary/visits.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { BoardTray, type TrayItem } from '#app/ui/console/board-tray.tsx'
import { FilterChip, FilterFind, FilterSelect } from '#app/ui/console/filters.tsx'
import { EmptyState, Kbd } from '#app/ui/console/page.tsx'
import { ClockChip } from '#app/ui/console/status.tsx'
import type { ConsoleIconName } from '#app/ui/icons.tsx'
import { F } from '#app/ui/links.tsx'
import { type DayClock, dropVisitOf } from './board-day.ts'
import { marksOf } from './board-rows.ts'
import type { BoardVisit } from './board-view.server.ts'
import { type DropCrew, nobodyTakes, type Pace } from './judge-drop.ts'
import type { Change } from './moves.ts'
import { addressWith, type TrayFilter } from './tray-filter.ts'

const skillIcons: Record<string, ConsoleIconName> = {
  delivery: 'truck',
  install: 'wrench',
  repair: 'wrench',
  survey: 'ruler',
}

export interface TrayFacts {
  visits: readonly BoardVisit[]
  /** Without the filters. */
  all: number
  more: boolean
  crews: readonly DropCrew[]
  at: { now: number | null; pace: Pace }
  clock: DayClock
  day: string
  nowIso: string | null
  current: number | undefined
  fresh: ReadonlySet<number>
  changes: readonly Change[]
  filter: TrayFilter
  areas: readonly { id: number; name: string }[]
  mayDispatch: boolean
}

/** What has no crew yet: what is filtered, and for each whether anybody could take it. */
export function Tray(facts: TrayFacts) {
  const { visits, all, more, day, filter, mayDispatch } = facts
  const { t } = useWords()
  const itemOf = useTrayItem(facts)
  const filtered = visits.length !== all
  return (
    <BoardTray
      title={
        filtered
          ? t('dispatch:tray.some', { n: visits.length, of: all })
          : t('dispatch:tray.count', { n: all })
      }
      right={
        mayDispatch && (
          <>
            <Kbd>U</Kbd> {t('dispatch:tray.keys')} <Kbd>M</Kbd> {t('dispatch:tray.give')}
          </>
        )
      }
      filters={<TrayFilters day={day} filter={filter} areas={facts.areas} />}
      items={visits.map(itemOf)}
      menu={mayDispatch ? t('dispatch:card.menu') : undefined}
      empty={
        <EmptyState title={t(all > 0 ? 'dispatch:tray.noMatch' : 'dispatch:tray.none')}>
          {t(all > 0 ? 'dispatch:tray.noMatchHint' : 'dispatch:tray.noneHint')}
        </EmptyState>
      }
      foot={
        <>
          {more && <p className="muted">{t('dispatch:tray.more')}</p>}
          <TextLink href="/console/dispatch/waiting">{t('dispatch:tray.waiting')}</TextLink>
        </>
      }
    />
  )
}

function useTrayItem(facts: TrayFacts) {
  const { t, format } = useWords()
  const { clock, crews, at, day, nowIso, current, fresh, changes, mayDispatch } = facts
  return (visit: BoardVisit): TrayItem => {
    const drop = dropVisitOf(visit, clock)
    const why = nobodyTakes(drop, crews, at)
    const skill = t(`words:skill.${visit.skill}`)
    const span = format.span(visit.windowStart, visit.windowEnd)
    const otherDay = drop.window.from < 0 || drop.window.from >= 1440
    const change = changes.findLast(
      ({ visitId, state }) => visitId === visit.id && state !== 'saved',
    )
    return {
      key: String(visit.id),
      visit: visit.id,
      href: `/console/dispatch/visits/${visit.id}?day=${day}`,
      name: visit.name,
      kind: { icon: skillIcons[visit.skill] ?? 'wrench', label: skill },
      clock: clockOf(visit),
      what: visit.work,
      where: visit.areaName,
      when: otherDay ? `${format.day(visit.windowStart)} ${span}` : span,
      marks: marksOf(visit, t, format),
      movable: mayDispatch && visit.movable,
      current: visit.id === current,
      fresh: fresh.has(visit.id),
      ...(why ? { nobody: t(`dispatch:tray.nobody.${why}`, { skill }) } : {}),
      ...(change ? { saving: change.state === 'failed' ? 'failed' : 'saving' } : {}),
    }
  }

  /** How long somebody may still begin with it; on another day's board there is time. */
  function clockOf({ windowOver, windowStart, windowEnd }: BoardVisit) {
    if (windowOver) return <ClockChip state="over">{t('dispatch:tray.over')}</ClockChip>
    if (nowIso === null) return undefined
    const left = Math.round((Date.parse(windowEnd) - Date.parse(nowIso)) / 60_000)
    if (left > 24 * 60 || left < 0) return undefined
    const long = Math.max(1, (Date.parse(windowEnd) - Date.parse(windowStart)) / 60_000)
    const shown = left > 90 ? Math.round(left / 60) * 60 : left
    return (
      <ClockChip state={left < 60 ? 'risk' : 'ok'} used={100 - (left / Math.max(long, 240)) * 100}>
        {t('dispatch:tray.left', { left: format.minutes(shown) })}
      </ClockChip>
    )
  }
}

function TrayFilters({
  day,
  filter,
  areas,
}: {
  day: string
  filter: TrayFilter
  areas: readonly { id: number; name: string }[]
}) {
  const { t } = useWords()
  const [params] = useSearchParams()
  const search = params.toString()
  const skill = filter.skill && t(`words:skill.${filter.skill}`)
  const only = filter.only && t(`dispatch:filter.${filter.only}`)
  const chips = [
    filter.text && { key: 'q', name: t('dispatch:filter.text'), value: filter.text },
    skill && { key: 'skill', name: t('dispatch:filter.skill'), value: skill },
    only && { key: 'only', name: t('dispatch:filter.only'), value: only },
    filter.urgentFirst && {
      key: 'first',
      name: t('dispatch:filter.order'),
      value: t('dispatch:filter.urgentFirst'),
    },
    ...filter.areas.map((id) => ({
      key: 'area',
      only: String(id),
      name: t('dispatch:filter.area'),
      value: areas.find((area) => area.id === id)?.name ?? String(id),
    })),
  ].filter((chip) => typeof chip === 'object' && chip !== null)
  return (
    <>
      {chips.length > 0 && (
        <div className="tray-chips">
          {chips.map((chip) => (
            <FilterChip
              key={chip.key + chip.value}
              name={chip.name}
              value={chip.value}
              removeHref={addressWith(
                search,
                chip.key,
                null,
                'only' in chip ? chip.only : undefined,
              )}
              removeLabel={t('dispatch:filter.remove', { name: `${chip.name} ${chip.value}` })}
            />
          ))}
        </div>
      )}
      <details className="tray-filters">
        <summary>{t('dispatch:filter.title')}</summary>
        <F role="search" aria-label={t('dispatch:filter.label')} method="get" key={search}>
          <input type="hidden" name="day" value={day} />
          {filter.areas.map((id) => (
            <input key={id} type="hidden" name="area" value={id} />
          ))}
          <FilterFind
            label={t('dispatch:filter.text')}
            name="q"
            placeholder={t('dispatch:filter.text')}
            defaultValue={filter.text}
          />
          <FilterSelect
            label={t('dispatch:filter.skill')}
            name="skill"
            defaultValue={filter.skill ?? ''}
          >
            <option value="">{t('dispatch:filter.any')}</option>
            {skills.map((one) => (
              <option key={one} value={one}>
                {t(`words:skill.${one}`)}
              </option>
            ))}
          </FilterSelect>
          <FilterSelect
            label={t('dispatch:filter.only')}
            name="only"
            defaultValue={filter.only ?? ''}
          >
            <option value="">{t('dispatch:filter.any')}</option>
            <option value="today">{t('dispatch:filter.today')}</option>
            <option value="risk">{t('dispatch:filter.risk')}</option>
          </FilterSelect>
          <label className="xs">
            <input
              type="checkbox"
              name="first"
              value="urgent"
              defaultChecked={filter.urgentFirst}
            />{' '}
            {t('dispatch:filter.urgent')}
          </label>
          <Btn>{t('dispatch:filter.apply')}</Btn>
        </F>
      </details>
    </>
  )
}
