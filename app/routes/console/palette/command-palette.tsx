import { useNavigate } from '@remix-run/react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { NavItem } from '#app/ui/console/frame.tsx'
import { Kbd } from '#app/ui/console/page.tsx'
import { Palette, PaletteGroup, PaletteItem } from '#app/ui/console/palette.tsx'
import type { ConsoleIconName } from '#app/ui/icons.tsx'
import { searchPath } from '../search-path.ts'
import { Marked } from './marked.tsx'
import { closePalette, inputId, listId, paletteId } from './open-palette.ts'
import { type Command, useCommands } from './use-commands.ts'
import { useFound } from './use-found.ts'

interface Line {
  id: string
  icon: ConsoleIconName
  title: ReactNode
  right?: ReactNode
  run: () => void
}
interface Group {
  key: 'do' | 'go' | 'tickets' | 'customers' | 'orders' | 'answers'
  lines: Line[]
}

const foundIcons = {
  tickets: 'ticket',
  customers: 'person',
  orders: 'doc',
  answers: 'book',
} as const satisfies Record<string, ConsoleIconName>
const most = 6

/** One box for what to find and what to do; without a script it is the search alone. */
export function CommandPalette({
  places,
  mayRegister,
}: {
  places: NavItem[]
  mayRegister: boolean
}) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [chosen, choose] = useState(0)
  const [open, setOpen] = useState(false)
  const composing = useRef(false)
  const { go, here, refused } = useCommands(places, mayRegister)
  const q = typed.trim()
  const found = useFound(open ? typed : '')
  useEffect(() => {
    const palette = document.getElementById(paletteId)
    const toggled = (event: Event) => {
      const opens = (event as ToggleEvent).newState === 'open'
      setOpen(opens)
      if (opens) document.querySelector<HTMLInputElement>(`#${inputId}`)?.select()
    }
    palette?.addEventListener('toggle', toggled)
    return () => palette?.removeEventListener('toggle', toggled)
  }, [])

  const close = (run: () => void) => () => {
    closePalette()
    run()
  }
  const groups = open ? groupsOf() : []
  const lines = groups.flatMap((group) => group.lines)
  const selected = lines[Math.min(chosen, lines.length - 1)]
  useEffect(() => {
    if (selected)
      document.getElementById(`palette-${selected.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  function groupsOf(): Group[] {
    const fits = ({ title }: Command) => title.toLowerCase().includes(q.toLowerCase())
    const lineOf = ({ id, icon, title, keys, run }: Command): Line => ({
      id,
      icon,
      title,
      right: keys && <Kbd>{keys}</Kbd>,
      run: close(run),
    })
    const commands: Group[] = [
      { key: 'do', lines: here.filter(fits).map(lineOf) },
      {
        key: 'go',
        lines: go
          .filter(fits)
          .slice(0, q ? most : undefined)
          .map(lineOf),
      },
    ]
    const results: Group[] =
      found && found !== 'failed'
        ? found.groups.map(({ key, items }) => ({
            key,
            lines: items.map(({ href, title, sub, marks, subMarks }) => ({
              id: href,
              icon: foundIcons[key],
              title: (
                <>
                  <Marked text={title} marks={marks} />
                  <span className="sub">
                    <Marked text={sub} marks={subMarks} />
                  </span>
                </>
              ),
              run: close(() => navigate(href)),
            })),
          }))
        : []
    return [...commands, ...results].filter((group) => group.lines.length > 0)
  }

  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && lines.length > 0) {
      event.preventDefault()
      choose((Math.min(chosen, lines.length - 1) + step + lines.length) % lines.length)
    }
    // What was typed may still be on its way: then Enter goes to the page of the search, by the form.
    if (event.key === 'Enter' && selected && (q === '' || found)) {
      event.preventDefault()
      selected.run()
    }
  }
  const count = found && found !== 'failed' ? found.groups.flatMap(({ items }) => items).length : 0
  const all = searchPath(q)
  return (
    <Palette
      id={paletteId}
      listId={listId}
      label={t('desk:palette.label')}
      listLabel={t('desk:palette.list')}
      ask={
        <form
          role="search"
          action="/console/search"
          onSubmit={(event) => {
            event.preventDefault()
            if (q) close(() => navigate(all))()
          }}
        >
          <input
            id={inputId}
            name="q"
            type="search"
            role="combobox"
            autoComplete="off"
            aria-label={t('desk:palette.ask')}
            placeholder={t('desk:palette.ask')}
            aria-expanded={lines.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={selected && `palette-${selected.id}`}
            onCompositionStart={() => (composing.current = true)}
            onCompositionEnd={(event) => {
              composing.current = false
              setTyped(event.currentTarget.value)
              choose(0)
            }}
            onChange={(event) => {
              if (composing.current) return
              setTyped(event.currentTarget.value)
              choose(0)
            }}
            onKeyDown={keyDown}
          />
        </form>
      }
      status={
        refused ??
        (q === ''
          ? null
          : found === null
            ? t('desk:palette.searching')
            : found === 'failed'
              ? t('desk:palette.failed')
              : count === 0
                ? t('desk:palette.none')
                : t('desk:palette.results', { count }))
      }
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
          {q && <a href={all}>{t('desk:palette.all', { q })}</a>}
        </>
      }
    >
      {groups.length > 0 &&
        groups.map(({ key, lines: shown }) => (
          <PaletteGroup key={key} title={t(`desk:palette.group.${key}`)}>
            {shown.map((line) => (
              <PaletteItem
                key={line.id}
                id={`palette-${line.id}`}
                icon={line.icon}
                selected={line === selected}
                right={line.right}
                onSelect={line.run}
                onPoint={() => choose(lines.indexOf(line))}
              >
                {line.title}
              </PaletteItem>
            ))}
          </PaletteGroup>
        ))}
    </Palette>
  )
}
