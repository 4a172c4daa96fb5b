import { useNavigate } from '@remix-run/react'
import { type KeyboardEvent, type MutableRefObject, useEffect, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { NavItem } from '#app/ui/console/frame.tsx'
import { Kbd } from '#app/ui/console/page.tsx'
import { PaletteGroup, PaletteItem, PaletteLines } from '#app/ui/console/palette.tsx'
import { searchPath } from '../search-path.ts'
import { listId } from './open-palette.ts'
import { useLines } from './use-lines.tsx'

/** What fits what was typed: things to do here, places to go, and what was found. */
export function PaletteFinds({
  typed,
  places,
  mayRegister,
  keyDown,
  onActive,
}: {
  typed: string
  places: NavItem[]
  mayRegister: boolean
  /** The keys pressed in the box. */
  keyDown: MutableRefObject<(event: KeyboardEvent) => void>
  onActive: (id: string | undefined) => void
}) {
  const { t } = useWords()
  const navigate = useNavigate()
  const q = typed.trim()
  const [chosen, choose] = useState({ q, at: 0 })
  const { groups, found, close } = useLines(q, places, mayRegister)
  const lines = groups.flatMap((group) => group.lines)
  const at = Math.min(chosen.q === q ? chosen.at : 0, lines.length - 1)
  const selected = lines[at]
  const active = selected && idOf(selected.id)
  useEffect(() => {
    onActive(active)
    if (active) document.getElementById(active)?.scrollIntoView({ block: 'nearest' })
  }, [active, onActive])
  useEffect(() => () => onActive(undefined), [onActive])
  useEffect(() => {
    keyDown.current = (event) => {
      if (event.nativeEvent.isComposing || event.keyCode === 229) return
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step !== undefined && lines.length > 0) {
        event.preventDefault()
        choose({ q, at: (at + step + lines.length) % lines.length })
      }
      // What was typed may still be on its way: then Enter goes to the page of the search, by the form.
      if (event.key === 'Enter' && selected && (q === '' || found)) {
        event.preventDefault()
        selected.run()
      }
    }
    return () => {
      keyDown.current = () => {}
    }
  })
  return (
    <PaletteLines
      id={listId}
      label={t('desk:palette.list')}
      status={<Said q={q} found={found} offered={lines.length > 0} />}
      foot={
        <>
          <span>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('desk:palette.keys.move')}
          </span>
          <span>
            <Kbd>Enter</Kbd> {t('desk:palette.keys.open')}
          </span>
          <span>
            <Kbd>Esc</Kbd> {t('desk:palette.keys.close')}
          </span>
          {q && (
            <a
              href={searchPath(q)}
              onClick={(event) => {
                event.preventDefault()
                close(() => navigate(searchPath(q)))()
              }}
            >
              {t('desk:palette.all', { q })}
            </a>
          )}
        </>
      }
    >
      {groups.length > 0 &&
        groups.map((group) => (
          <PaletteGroup key={group.key} title={t(`desk:palette.group.${group.key}`)}>
            {group.lines.map((line) => (
              <PaletteItem
                key={line.id}
                id={idOf(line.id)}
                icon={line.icon}
                selected={line === selected}
                right={line.keys && <Kbd>{line.keys}</Kbd>}
                onSelect={line.run}
                onPoint={() => choose({ q, at: lines.indexOf(line) })}
              >
                {line.title}
              </PaletteItem>
            ))}
          </PaletteGroup>
        ))}
    </PaletteLines>
  )
}

const idOf = (id: string) => `palette-${id.replace(/[^\w-]+/g, '-')}`

function Said({
  q,
  found,
  offered,
}: {
  q: string
  found: ReturnType<typeof useLines>['found']
  /** Something stands in the list, if nothing that was looked for. */
  offered: boolean
}) {
  const { t } = useWords()
  if (q === '') return null
  if (found === null) return t('desk:palette.searching')
  if (found === 'failed') return t('desk:palette.failed')
  const count = found.groups.reduce((sum, { items }) => sum + items.length, 0)
  if (count === 0 && offered) return null
  return count === 0 ? t('desk:palette.none') : t('desk:palette.results', { count })
}
