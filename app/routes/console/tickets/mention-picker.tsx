import { useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { PaletteItem } from '#app/ui/console/palette.tsx'
import type { Role } from '#db/vocabulary/roles.ts'
import type { Colleague } from './colleagues.ts'

const most = 6

/** IN-9: an `@` in a note offers the colleagues who may read the ticket; without a script their names are typed. */
export function MentionPicker({ number, textId }: { number: string; textId: string }) {
  const { t } = useWords()
  const colleagues = useColleagues(number)
  const [asked, ask] = useState<{ at: number; typed: string } | null>(null)
  const [chosen, choose] = useState(0)
  const listId = `${textId}-mentions`
  const shown = asked && colleagues.people ? fitting(colleagues.people, asked.typed) : []
  const selected = shown[Math.min(chosen, shown.length - 1)]

  const pick = (name: string) => {
    const field = document.getElementById(textId)
    if (!asked || !(field instanceof HTMLTextAreaElement)) return
    field.focus()
    field.setRangeText(`@${name} `, asked.at, field.selectionStart, 'end')
    ask(null)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const latest = useRef({ keyDown: (_: KeyboardEvent) => {}, typed: () => {} })
  useEffect(() => {
    latest.current = {
      typed() {
        const field = document.getElementById(textId)
        const now = field instanceof HTMLTextAreaElement ? askedIn(field) : null
        if (now) colleagues.load()
        choose(0)
        ask(now)
      },
      keyDown(event) {
        if (!selected || event.isComposing || event.keyCode === 229) return
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (step !== undefined)
          choose((shown.indexOf(selected) + step + shown.length) % shown.length)
        else if (event.key === 'Enter' || event.key === 'Tab') pick(selected.name)
        else if (event.key === 'Escape') ask(null)
        else return
        event.preventDefault()
      },
    }
  })
  useEffect(() => {
    const field = document.getElementById(textId)
    const keyDown = (event: KeyboardEvent) => latest.current.keyDown(event)
    const typed = () => latest.current.typed()
    field?.addEventListener('keydown', keyDown)
    field?.addEventListener('input', typed)
    return () => {
      field?.removeEventListener('keydown', keyDown)
      field?.removeEventListener('input', typed)
    }
  }, [textId])
  useEffect(() => {
    const field = document.getElementById(textId)
    if (selected) {
      field?.setAttribute('aria-controls', listId)
      field?.setAttribute('aria-activedescendant', optionId(listId, selected))
    } else field?.removeAttribute('aria-activedescendant')
  }, [textId, listId, selected])

  if (!asked || !colleagues.people) return null
  return (
    <div className="mentions" role="status">
      {shown.length === 0 ? (
        <p className="muted xs pad">{t('desk:mention.none')}</p>
      ) : (
        <div id={listId} role="listbox" aria-label={t('desk:mention.list')}>
          {shown.map((person) => (
            <PaletteItem
              key={optionId(listId, person)}
              id={optionId(listId, person)}
              icon="person"
              selected={person === selected}
              right={t(`words:role.${person.role as Role}`)}
              onSelect={() => pick(person.name)}
            >
              {person.name}
            </PaletteItem>
          ))}
        </div>
      )}
    </div>
  )
}

const optionId = (listId: string, { name, role }: Colleague) =>
  `${listId}-${encodeURIComponent(`${name}-${role}`)}`

function useColleagues(number: string) {
  const [people, setPeople] = useState<Colleague[] | null>(null)
  const asked = useRef(false)
  return {
    people,
    load() {
      if (asked.current) return
      asked.current = true
      void (async () => {
        const response = await fetch(`/console/tickets/${number}/colleagues`)
        if (!response.ok || response.redirected) throw new Error(String(response.status))
        setPeople((await response.json()) as Colleague[])
      })().catch(() => (asked.current = false))
    },
  }
}

/** The `@` before the cursor, and what was typed of a name since. */
function askedIn(field: HTMLTextAreaElement): { at: number; typed: string } | null {
  const cursor = field.selectionStart
  if (cursor !== field.selectionEnd) return null
  const found = /(^|[^\w.-])[@＠]([^\s@＠，。；、,;!！?？]{0,20})$/.exec(
    field.value.slice(0, cursor),
  )
  if (!found) return null
  const typed = found[2] ?? ''
  return { at: cursor - typed.length - 1, typed }
}

const fitting = (people: Colleague[], typed: string) => {
  const folded = typed.normalize('NFKC').toLowerCase()
  const fits = ({ name, spelt }: Colleague) =>
    name.toLowerCase().includes(folded) || spelt.some((way) => way.startsWith(folded))
  return people.filter(fits).slice(0, most)
}
