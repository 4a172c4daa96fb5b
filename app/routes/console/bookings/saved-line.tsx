import { useWords } from '#app/i18n/use-words.ts'
import { Warn } from '#app/ui/console/sections.tsx'
import { useJustSaved } from '../just-saved.ts'

const saved = [
  'area',
  'categories',
  'crew',
  'exception',
  'exceptionGone',
  'holiday',
  'holidayGone',
  'leave',
  'newCrew',
  'rules',
  'service',
  'shifts',
  'travel',
] as const
type Saved = (typeof saved)[number]

/** The page one comes back to after saving; `SavedLine` says there what was saved. */
export const savedAt = (path: string, what: Saved) => `${path}?saved=${what}`

/** Holidays are added and removed from the service hours too; one comes back to where one began. */
export const holidaysFrom = (request: Request, what: 'holiday' | 'holidayGone') =>
  new URL(request.url).searchParams.get('from') === 'hours'
    ? '/console/admin/hours?saved'
    : `${savedAt('/console/bookings/setup', what)}#holidays`

export const justSaved = (request: Request, what: Saved) =>
  new URL(request.url).searchParams.get('saved') === what

/** What was just saved, said quietly. */
export function SavedLine() {
  const { t } = useWords()
  const just = useJustSaved()
  const what = saved.find((one) => one === just)
  if (!what) return null
  return (
    <Warn tone="good" icon="check">
      <p role="status">{t(`roster:saved.${what}`)}</p>
    </Warn>
  )
}
