import { type ReactNode } from 'react'

import { F, type FormProps } from '../links.tsx'

/** The list on the left, the matter on the right: the next one is one key away. */
export function SplitView({
  list,
  listLabel,
  matterLabelledBy,
  open,
  both,
  children,
}: {
  list: ReactNode
  listLabel: string
  matterLabelledBy?: string
  /** A matter is chosen: where both have no room it takes the list's place. */
  open?: boolean
  /** Where both have no room they stand under each other. */
  both?: boolean
  children: ReactNode
}) {
  return (
    <div
      className={['split', open && 'split-open', both && 'split-both'].filter(Boolean).join(' ')}
    >
      <section className="pane" aria-label={listLabel}>
        {list}
      </section>
      <article className="pane paper" aria-labelledby={matterLabelledBy}>
        {children}
      </article>
    </div>
  )
}

/** Three panes; with `form` they are one form. */
export function ThreePane({
  kind,
  first,
  second,
  third,
  form,
}: {
  kind?: 'form' | 'call'
  first: ReactNode
  second: ReactNode
  third: ReactNode
  form?: FormProps
}) {
  const className = kind ? `three three-${kind}` : 'three'
  const panes = (
    <>
      {first}
      {second}
      {third}
    </>
  )
  if (form) {
    return (
      <F method="post" {...form} className={className}>
        {panes}
      </F>
    )
  }
  return <div className={className}>{panes}</div>
}

export function WithSide({
  children,
  side,
  sideLabel,
}: {
  children: ReactNode
  side: ReactNode
  sideLabel: string
}) {
  return (
    <div className="with-side">
      {children}
      <Side label={sideLabel}>{side}</Side>
    </div>
  )
}

export function Side({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className="side" aria-label={label}>
      {children}
    </aside>
  )
}

export function Paper({ children }: { children: ReactNode }) {
  return <div className="paper">{children}</div>
}

/** What scrolls, and under it what stays. */
export function Column({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
  return (
    <div className="col paper">
      <div className="flow paper">{children}</div>
      {foot}
    </div>
  )
}
