import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { SelectDense } from '#app/ui/console/fields.tsx'
import { useState } from 'react'
import type { DecideField } from './decide-fields.tsx'
import type { FreeWindow } from './free-windows.server.ts'
import type { WayView } from './ways-view.server.ts'

/** What is free for the visits a decision can ask for. */
export type AgreeView = Record<'delivery' | 'repair', FreeWindow[]>

/**
 * RX-4, VS-5: windows agreed with the customer as it is decided; left open, they are booked afterwards. A delivery comes
 * after the collection, and no visit before the day its goods are promised.
 */
export function AgreedVisits({
  f,
  way,
  agree,
  collect,
  promisedOn,
}: {
  f: ReturnType<typeof useFormOf<DecideField>>
  way: WayView
  agree: AgreeView
  /** As it is chosen now. */
  collect: string | undefined
  promisedOn: string
}) {
  const { t } = useWords()
  const { defaultValue: before, ...collection } = f.field('collectWindow')
  const [collected, setCollected] = useState(before ?? '')
  const fetched = collect === 'before'
  const first = agree.delivery.find(({ id }) => String(id) === collected)
  const offered = (way.visit === null ? [] : agree[way.visit]).filter(
    ({ day, start }) =>
      (!way.asks.includes('promisedOn') || day >= promisedOn) &&
      (!fetched || (first !== undefined && start >= first.end)),
  )
  return (
    <>
      {fetched && agree.delivery.length > 0 && (
        <WindowSelect
          {...collection}
          label={t('returns:decide.agreed.collection')}
          windows={agree.delivery}
          value={collected}
          onChange={(event) => setCollected(event.target.value)}
        />
      )}
      {way.visit !== null && offered.length > 0 && (
        <WindowSelect
          // Windows that no longer come after what was chosen before them take their choice along.
          key={`${way.remedy} ${offered[0]!.id}`}
          {...f.field('window')}
          label={t(`returns:decide.agreed.${way.visit}`)}
          windows={offered}
        />
      )}
    </>
  )
}

function WindowSelect({
  windows,
  ...field
}: { windows: FreeWindow[] } & Parameters<typeof SelectDense>[0]) {
  const { t, format } = useWords()
  return (
    <SelectDense {...field} hint={t('returns:decide.agreed.hint')}>
      <option value="">{t('returns:decide.agreed.later')}</option>
      {windows.map(({ id, start, end, places }) => (
        <option key={id} value={id}>
          {`${format.day(start)} ${format.span(start, end)} · ${t('returns:supply.booking.places', { count: places })}`}
        </option>
      ))}
    </SelectDense>
  )
}
