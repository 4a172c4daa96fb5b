import { type ReactNode } from 'react'

import { Icon, type IconName } from '../icons.tsx'
import { type Tone } from '../tone.ts'
import { Chip } from './notices.tsx'

export function Hero({
  title,
  lede,
  scene,
}: {
  title: ReactNode
  lede: ReactNode
  scene: ReactNode
}) {
  return (
    <div className="hero">
      <div>
        <h1>{title}</h1>
        <p className="lede">{lede}</p>
      </div>
      {scene}
    </div>
  )
}

/** A door ajar, an armchair, a lamp and a sideboard, standing on the list below. */
export function SceneArmchair({ label }: { label: string }) {
  return (
    <svg className="scene" viewBox="0 0 540 221" role="img" aria-label={label}>
      <path d="M30 220V44h84v176" />
      <path className="mark" d="m38 220V52l50 16v152" />
      <path d="M79 142v9" />
      <path className="paper" d="M166 178v-48a20 20 0 0 1 20-20h60a20 20 0 0 1 20 20v48" />
      <path
        className="paper"
        d="M150 206v-46a11 11 0 0 1 22 0v46zM260 206v-46a11 11 0 0 1 22 0v46z"
      />
      <path className="soft" d="M172 166h88v20h-88z" />
      <path className="paper" d="M172 186h88v20h-88z" />
      <path d="m160 206-4 14m116-14 4 14" />
      <path d="M188 124c12 8 44 8 56 0" />
      <path d="M318 220V86m-13 134h26" />
      <path className="soft" d="m298 86 9-32h22l9 32z" />
      <path d="M330 86v22" />
      <path className="paper" d="M366 136h152v66H366z" />
      <path d="M416 136v66m51-66v66M408 164v9m17-9v9m34-9v9M376 202l-4 18m136-18 4 18" />
      <path className="paper" d="M384 136c-6-8-7-18-1-26h14c6 8 5 18-1 26z" />
      <path d="M390 110c0-14-4-26-12-34m12 34c0-18 3-30 11-40m-11 24c-6-3-9-8-9-13m10 1c6-2 9-6 10-12" />
      <path d="M442 136v-9h52v9m-46-9v-8h42v8" />
      <path className="paper" d="M436 40h66v48h-66z" />
      <path d="m436 78 20-18 14 12 12-9 20 16" />
    </svg>
  )
}

export function Ways({
  label,
  items,
}: {
  label: string
  items: { href: string; icon: IconName; title: ReactNode; text: ReactNode }[]
}) {
  return (
    <nav aria-label={label}>
      <ul className="ways">
        {items.map((way) => (
          <li key={way.href}>
            <a className="way" href={way.href}>
              <Icon name={way.icon} size="lg" />
              <span className="way__title">{way.title}</span>
              <span className="way__text">{way.text}</span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function HomeGrid({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="columns">
      {aside}
      {children}
    </div>
  )
}

export function Hotline({
  id,
  title,
  number,
  href,
  hours,
  state,
  note,
}: {
  id: string
  title: ReactNode
  number: string
  href: string
  hours: ReactNode
  state?: { tone: Tone; icon: IconName; label: ReactNode }
  note?: ReactNode
}) {
  return (
    <aside className="home-call" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="gap-2">
        <a className="hotline__number" href={href}>
          <Icon name="phone" />
          {number}
        </a>
      </p>
      <p>{hours}</p>
      {state && (
        <p className="gap-2">
          <Chip tone={state.tone} icon={state.icon}>
            {state.label}
          </Chip>
        </p>
      )}
      {note && <p className="muted gap-4">{note}</p>}
    </aside>
  )
}

export function Search({
  id,
  label,
  name = 'q',
  placeholder,
  submit,
  action,
  defaultValue,
}: {
  id: string
  label: ReactNode
  name?: string
  placeholder?: string
  submit: ReactNode
  action?: string
  defaultValue?: string
}) {
  return (
    <form className="search home-search" role="search" action={action}>
      <label className="hidden-text" htmlFor={id}>
        {label}
      </label>
      <input
        className="input"
        id={id}
        name={name}
        type="search"
        placeholder={placeholder}
        defaultValue={defaultValue}
        enterKeyHint="search"
      />
      <button className="button">{submit}</button>
    </form>
  )
}

export function Answers({
  items,
}: {
  items: { question: ReactNode; answer: ReactNode; open?: boolean }[]
}) {
  return (
    <div className="answers">
      {items.map((item, index) => (
        <details key={index} open={item.open}>
          <summary>{item.question}</summary>
          <div>{item.answer}</div>
        </details>
      ))}
    </div>
  )
}
