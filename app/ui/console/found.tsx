import { type ReactNode } from 'react'
import { A } from '../links.tsx'

/** The box of a page that is all search. */
export function FoundBox({ children }: { children: ReactNode }) {
  return <div className="found-box">{children}</div>
}

/** Groups of a few things each, side by side where there is room. */
export function FoundGroups({ children }: { children: ReactNode }) {
  return <div className="found-groups">{children}</div>
}

export function FoundGroup({
  id,
  title,
  more,
  items,
}: {
  id: string
  title: ReactNode
  more?: { href: string; label: ReactNode } | undefined
  items: { href: string; title: ReactNode; sub?: ReactNode; right?: ReactNode }[]
}) {
  return (
    <section className="found-group" aria-labelledby={id}>
      <h2 className="sec-h" id={id}>
        {title}
        {more && (
          <span className="r">
            <A href={more.href}>{more.label}</A>
          </span>
        )}
      </h2>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <p className="l1">
              <A className="clip" href={item.href}>
                {item.title}
              </A>
              {item.right}
            </p>
            {item.sub && <p className="l2 clip">{item.sub}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where else the words stand, in a row of the list. */
export function FoundAt({ place, children }: { place: ReactNode; children: ReactNode }) {
  return (
    <p className="found-at">
      <span className="found-place">{place}</span>
      <span>{children}</span>
    </p>
  )
}
