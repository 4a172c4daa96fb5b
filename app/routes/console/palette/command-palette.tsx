import { useNavigate } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { NavItem } from '#app/ui/console/frame.tsx'
import { Palette } from '#app/ui/console/palette.tsx'
import { searchPath } from '../search-path.ts'
import { closePalette, inputId, listId, paletteId } from './open-palette.ts'
import type * as Lines from './palette-lines.tsx'

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
  const [open, setOpen] = useState(false)
  const [lines, setLines] = useState<typeof Lines | null>(null)
  const [active, setActive] = useState<string | undefined>()
  const keyDown = useRef<(event: KeyboardEvent) => void>(() => {})
  const composing = useRef(false)
  useEffect(() => {
    const palette = document.getElementById(paletteId)
    const toggled = (event: Event) => {
      const opens = (event as ToggleEvent).newState === 'open'
      setOpen(opens)
      if (!opens) return
      document.querySelector<HTMLInputElement>(`#${inputId}`)?.select()
      // What it needs is read when it is first opened.
      void import('./palette-lines.tsx').then(setLines, () => {})
    }
    palette?.addEventListener('toggle', toggled)
    return () => palette?.removeEventListener('toggle', toggled)
  }, [])
  return (
    <Palette
      id={paletteId}
      label={t('desk:palette.label')}
      ask={
        <form
          role="search"
          action="/console/search"
          onSubmit={(event) => {
            event.preventDefault()
            if (typed.trim() === '') return
            closePalette()
            navigate(searchPath(typed.trim()))
          }}
        >
          <input
            id={inputId}
            name="q"
            role="combobox"
            enterKeyHint="search"
            autoComplete="off"
            aria-label={t('desk:palette.ask')}
            placeholder={t('desk:palette.ask')}
            aria-expanded={active !== undefined}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={active}
            onCompositionStart={() => (composing.current = true)}
            onCompositionEnd={(event) => {
              composing.current = false
              setTyped(event.currentTarget.value)
            }}
            onChange={(event) => {
              if (!composing.current) setTyped(event.currentTarget.value)
            }}
            onKeyDown={(event) => keyDown.current(event)}
          />
        </form>
      }
    >
      {open && lines && (
        <lines.PaletteFinds {...{ typed, places, mayRegister, keyDown, onActive: setActive }} />
      )}
    </Palette>
  )
}
