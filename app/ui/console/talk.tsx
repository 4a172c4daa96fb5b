import { type ReactNode } from 'react'

import { ConsoleIcon, type ConsoleIconName } from '../icons.tsx'

export function Talk({ children }: { children: ReactNode }) {
  return <div className="talk">{children}</div>
}

export function TalkDay({ children }: { children: ReactNode }) {
  return <p className="day">{children}</p>
}

/** The customer's words: left, plain paper. */
export function MessageIn({
  icon = 'speech',
  who,
  how,
  at,
  files,
  children,
}: {
  icon?: ConsoleIconName
  who: ReactNode
  how?: ReactNode
  at: ReactNode
  files?: ReactNode
  children: ReactNode
}) {
  return (
    <article className="msg msg-in">
      <header>
        <ConsoleIcon name={icon} small />
        <b>{who}</b>
        {how}
        {at}
      </header>
      <div className="typed">{children}</div>
      {files && <div className="msg-files">{files}</div>}
    </article>
  )
}

/** Ours to the customer: right, solid; `kind` names the way, `receipt` whether it arrived. */
export function MessageOut({
  kind,
  who,
  at,
  files,
  children,
  receipt,
  receiptIcon = 'check',
}: {
  kind: ReactNode
  who: ReactNode
  at: ReactNode
  files?: ReactNode
  children: ReactNode
  receipt?: ReactNode
  receiptIcon?: ConsoleIconName
}) {
  return (
    <article className="msg msg-out">
      <header>
        <span className="kind">
          <ConsoleIcon name="speech" small /> {kind}
        </span>
        <b>{who}</b>
        {at}
      </header>
      <div className="typed">{children}</div>
      {files && <div className="msg-files">{files}</div>}
      {receipt && (
        <footer>
          <ConsoleIcon name={receiptIcon} small /> {receipt}
        </footer>
      )}
    </article>
  )
}

/** Staff only: full width, dashed, hatched, with a lock. */
export function Note({
  kind,
  who,
  at,
  files,
  children,
}: {
  kind: ReactNode
  who: ReactNode
  at: ReactNode
  files?: ReactNode
  children: ReactNode
}) {
  return (
    <article className="msg msg-note">
      <ConsoleIcon name="lock" />
      <header>
        <span className="kind">{kind}</span>
        <b>{who}</b>
        {at}
      </header>
      <div className="typed">{children}</div>
      {files && <div className="msg-files">{files}</div>}
    </article>
  )
}

export function EventLine({ icon, children }: { icon: ConsoleIconName; children: ReactNode }) {
  return (
    <p className="msg-event">
      <ConsoleIcon name={icon} small />
      <span>{children}</span>
    </p>
  )
}
