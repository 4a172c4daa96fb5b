import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Pager } from '#app/ui/console/page.tsx'

/** The ways on and back, where a list has more than one page. */
export function ListPages({
  first,
  next,
  byTime,
  more,
}: {
  /** The address of the first page, when it is another. */
  first?: string | null
  next?: string | null
  /** The newest stands first. */
  byTime?: boolean
  /** What comes next, in words of its own. */
  more?: ReactNode
}) {
  const { t } = useWords()
  if (!first && !next) return null
  const onwards = more ?? t(byTime ? 'console:list.older' : 'console:list.more')
  return (
    <Pager
      label={t('console:list.pages')}
      prev={
        first
          ? { href: first, label: t(byTime ? 'console:list.newest' : 'console:list.first') }
          : undefined
      }
      next={next ? { href: next, label: onwards } : undefined}
    />
  )
}
