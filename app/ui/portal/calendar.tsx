import { type ReactNode } from 'react'

import { ChoiceGroup } from './choices.tsx'
import { Chip } from './notices.tsx'

export interface CalendarDay {
  /** Civil date, `YYYY-MM-DD`. */
  day: string
  /** The number of the day. */
  date: ReactNode
  /** Small words above the number, where a month begins. */
  month?: ReactNode
  /** A day with something free leads to it: small words below the number, and all of it read aloud. */
  free?: { href: string; words: ReactNode; label: string }
  chosen?: boolean
}

/** Whole weeks of days, Monday first; the days with something free are framed links. */
export function Calendar({
  caption,
  weekdays,
  weeks,
  noneWord,
  hint,
  pages = [],
}: {
  caption: ReactNode
  /** Seven, Monday first. */
  weekdays: { short: string; full: string }[]
  weeks: CalendarDay[][]
  /** Read aloud after a day that can't be chosen. */
  noneWord: string
  hint?: ReactNode
  /** Earlier and later weeks. */
  pages?: { href: string; label: ReactNode }[]
}) {
  return (
    <section>
      <table className="calendar">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {weekdays.map(({ short, full }) => (
              <th scope="col" key={full} abbr={full}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map((day) => (
                <td key={day.day}>
                  <DayCell {...day} noneWord={noneWord} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint small gap-2">
        {hint}
        {pages.map(({ href, label }) => (
          <a href={href} key={href}>
            {label}
          </a>
        ))}
      </p>
    </section>
  )
}

function DayCell({ date, month, free, chosen, noneWord }: CalendarDay & { noneWord: string }) {
  if (!free) {
    return (
      <>
        {month && <small>{month}</small>}
        {date}
        <span className="hidden-text">{noneWord}</span>
      </>
    )
  }
  return (
    <a href={free.href} aria-label={free.label} aria-current={chosen ? 'date' : undefined}>
      {month && <small>{month}</small>}
      {date}
      <small>{free.words}</small>
    </a>
  )
}

export interface WindowOption {
  value: string | number
  /** The day, where the options are of several. */
  day?: ReactNode
  /** The hours; left out by an option that is no window, whose title is `title`. */
  time?: ReactNode
  title?: ReactNode
  text?: ReactNode
  /** How many places; with `last` it stands out. */
  left?: { words: ReactNode; last?: boolean }
  checked?: boolean
  disabled?: boolean
  /** For a script: what the bar says when this one is chosen, and between which instants it lies. */
  data?: Record<`data-${string}`, string>
}

/** The windows of a day, or those that follow another visit, one to choose. */
export function WindowOptions({
  id,
  name,
  legend,
  hint,
  error,
  errorPrefix,
  options,
}: {
  id: string
  name: string
  legend: ReactNode
  hint?: ReactNode
  error?: ReactNode
  errorPrefix?: ReactNode
  options: WindowOption[]
}) {
  return (
    <ChoiceGroup id={id} legend={legend} hint={hint} error={error} errorPrefix={errorPrefix}>
      {options.map(({ value, day, time, title, text, left, checked, disabled, data }) => (
        <label className="choice" key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={checked}
            disabled={disabled}
            {...data}
          />
          <span>
            {title && <span className="choice__title">{title}</span>}
            {time && (
              <span className="window-time">
                {day && <span>{day}</span>}
                <span>{time}</span>
              </span>
            )}
            {text && <span className="choice__text">{text}</span>}
          </span>
          {left?.last ? (
            <Chip tone="waiting" icon="clock">
              {left.words}
            </Chip>
          ) : (
            left && <span className="left">{left.words}</span>
          )}
        </label>
      ))}
    </ChoiceGroup>
  )
}
