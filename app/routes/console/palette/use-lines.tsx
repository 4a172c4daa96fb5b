import { useNavigate } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { NavItem } from '#app/ui/console/frame.tsx'
import { Marked } from '#app/ui/console/marked.tsx'
import type { ConsoleIconName } from '#app/ui/icons.tsx'
import { closePalette } from './open-palette.ts'
import { type Command, useCommands } from './use-commands.ts'
import { useFound } from './use-found.ts'

interface Line {
  id: string
  icon: ConsoleIconName
  title: ReactNode
  keys?: string
  run: () => void
}
interface Group {
  key: 'do' | 'go' | 'tickets' | 'customers' | 'orders' | 'returns' | 'answers' | 'settings'
  lines: Line[]
}

const foundIcons = {
  tickets: 'ticket',
  customers: 'person',
  orders: 'doc',
  returns: 'swap',
  answers: 'book',
  settings: 'tune',
} as const satisfies Record<string, ConsoleIconName>
const most = 6

const close = (run: () => void) => () => {
  closePalette()
  run()
}

/** The palette's lines, in the order they are walked. */
export function useLines(q: string, places: NavItem[], mayRegister: boolean) {
  const navigate = useNavigate()
  const { go, here } = useCommands(places, mayRegister)
  const found = useFound(q)
  const fits = ({ title }: Command) => title.toLowerCase().includes(q.toLowerCase())
  const lineOf = ({ run, ...command }: Command): Line => ({ ...command, run: close(run) })
  const groups: Group[] = [
    { key: 'do', lines: here.filter(fits).map(lineOf) },
    {
      key: 'go',
      lines: go
        .filter(fits)
        .slice(0, q ? most : undefined)
        .map(lineOf),
    },
  ]
  if (found && found !== 'failed') {
    for (const { key, items } of found.groups) {
      const lines = items.map(({ href, title, sub, marks, subMarks }) => ({
        id: `${key}-${href}`,
        icon: foundIcons[key],
        title: (
          <span className="found">
            <span className="clip">
              <Marked text={title} marks={marks} />
            </span>
            <span className="sub">
              <Marked text={sub} marks={subMarks} />
            </span>
          </span>
        ),
        run: close(() => navigate(href)),
      }))
      groups.push({ key, lines })
    }
  }
  return { groups: groups.filter(({ lines }) => lines.length > 0), found, close }
}
