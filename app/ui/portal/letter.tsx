import { type ReactNode } from 'react'

/** A ticket page: a letter about one's own matter. */
export function Letter({
  meta,
  dear,
  headline,
  lead,
  children,
}: {
  meta?: ReactNode
  dear?: ReactNode
  headline: ReactNode
  lead?: ReactNode
  children?: ReactNode
}) {
  return (
    <article className="letter">
      {meta && <div className="letter__meta">{meta}</div>}
      {dear && <p className="letter__dear">{dear}</p>}
      <h1>{headline}</h1>
      {lead && <p>{lead}</p>}
      {children}
    </article>
  )
}

export function LetterSection({
  id,
  title,
  children,
}: {
  id: string
  title: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

export function When({
  day,
  time,
  iso,
  note,
}: {
  day: ReactNode
  time?: ReactNode
  iso?: string
  note?: ReactNode
}) {
  return (
    <p className="when">
      <span className="when__day">
        {day} {time && <time dateTime={iso}>{time}</time>}
      </span>
      {note && <span className="muted">{note}</span>}
    </p>
  )
}

export function Person({
  name,
  src,
  alt,
  children,
}: {
  name: ReactNode
  src: string
  alt: string
  children?: ReactNode
}) {
  return (
    <div className="person">
      <img src={src} alt={alt} width="72" height="72" />
      <div>
        <p className="person__name">{name}</p>
        {children && <p className="muted">{children}</p>}
      </div>
    </div>
  )
}
