import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { F } from '#app/ui/links.tsx'

/** Which day, how much there is, and where: the head of the board. */
export function DayHead({
  day,
  noon,
  isToday,
  previous,
  next,
  counts,
  areas,
  chosen,
  live,
  help,
}: {
  day: string
  noon: string
  isToday: boolean
  previous: string
  next: string
  counts: { crews: number; visits: number; unassigned: number; late: number }
  areas: readonly { id: number; name: string }[]
  chosen: readonly number[]
  live: ReactNode
  /** Opens the list of keys. */
  help?: () => void
}) {
  const { t, format } = useWords()
  const keep = chosen.map((id) => `&area=${id}`).join('')
  const label = [format.day(noon), isToday && t('visits:dispatch.today')].filter(Boolean)
  const told = [
    t('dispatch:counts.crews', { count: counts.crews }),
    t('dispatch:counts.visits', { count: counts.visits }),
    t('dispatch:counts.unassigned', { count: counts.unassigned }),
    counts.late > 0 && t('dispatch:counts.late', { count: counts.late }),
  ].filter(Boolean)
  return (
    <header className="head">
      <h1>{t('dispatch:title')}</h1>
      <div className="actions start">
        <BtnLink
          href={`/console/dispatch?day=${previous}${keep}`}
          icon="right"
          className="flip"
          label={t('visits:dispatch.previous')}
        />
        <details className="chip-more day-pick">
          <summary>{label.join(t('comma'))}</summary>
          <div className="chip-panel">
            <F action="/console/dispatch" className="day-form" key={day}>
              <input
                className="in"
                type="date"
                name="day"
                defaultValue={day}
                required
                aria-label={t('visits:dispatch.dayField')}
              />
              <Btn>{t('visits:dispatch.open')}</Btn>
              {!isToday && (
                <BtnLink href="/console/dispatch" variant="quiet">
                  {t('visits:dispatch.backToToday')}
                </BtnLink>
              )}
            </F>
          </div>
        </details>
        <BtnLink
          href={`/console/dispatch?day=${next}${keep}`}
          icon="right"
          label={t('visits:dispatch.next')}
        />
      </div>
      <span className="sub no-phone">{told.join(t('comma'))}</span>
      <div className="actions">
        {live}
        <Areas day={day} areas={areas} chosen={chosen} />
        <BtnLink href="/console/dispatch/promises" variant="quiet">
          {t('dispatch:promises')}
        </BtnLink>
        <BtnLink
          href={`/console/dispatch/paper?day=${day}`}
          variant="quiet"
          icon="print"
          target="_self"
        >
          {t('dispatch:print')}
        </BtnLink>
        {help && (
          <Btn type="button" variant="quiet" className="no-phone" keys="?" onClick={help}>
            {t('dispatch:help')}
          </Btn>
        )}
      </div>
    </header>
  )
}

function Areas({
  day,
  areas,
  chosen,
}: {
  day: string
  areas: readonly { id: number; name: string }[]
  chosen: readonly number[]
}) {
  const { t } = useWords()
  const names = areas.filter(({ id }) => chosen.includes(id)).map(({ name }) => name)
  return (
    <details className="chip-more area-pick">
      <summary className="btn">{names.join(t('comma')) || t('dispatch:areas.all')}</summary>
      <div className="chip-panel">
        <F action="/console/dispatch" key={`${day} ${chosen.join()}`}>
          <input type="hidden" name="day" value={day} />
          <fieldset>
            <legend className="vh">{t('dispatch:areas.label')}</legend>
            {areas.map(({ id, name }) => (
              <label key={id} className="area-choice">
                <input
                  type="checkbox"
                  name="area"
                  value={id}
                  defaultChecked={chosen.includes(id)}
                />{' '}
                {name}
              </label>
            ))}
          </fieldset>
          <Btn className="mt">{t('dispatch:areas.apply')}</Btn>
        </F>
      </div>
    </details>
  )
}
