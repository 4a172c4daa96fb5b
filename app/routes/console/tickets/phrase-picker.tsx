import { useFetcher } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Kbd } from '#app/ui/console/page.tsx'
import { PhraseList, PhrasePanel } from '#app/ui/console/phrases.tsx'
import type { loader } from './phrases.tsx'

/** KB-2: what may be said, found by a word or two, and put where the cursor stands. */
export function PhrasePicker({
  number,
  onPick,
  onClose,
}: {
  number: string
  onPick: (body: string) => void
  onClose: () => void
}) {
  const { t } = useWords()
  const id = useId()
  const { load, data } = useFetcher<typeof loader>()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    load(`/console/tickets/${number}/phrases`)
    field.current?.focus()
  }, [load, number])

  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const found = (data?.phrases ?? []).filter(({ title, body }) =>
    words.every((word) => `${title} ${body}`.toLowerCase().includes(word)),
  )
  const chosen = found[Math.min(at, found.length - 1)]
  const optionId = (phrase: { id: number }) => `${id}-${phrase.id}`
  useEffect(() => {
    if (chosen) document.getElementById(`${id}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) {
      setAt((Math.min(at, found.length - 1) + step + found.length) % found.length)
    } else if (event.key === 'Enter') {
      if (chosen) onPick(chosen.body)
    } else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <PhrasePanel
      label={t('desk:phrases.pick')}
      ask={
        <>
          <input
            ref={field}
            role="combobox"
            aria-label={t('desk:phrases.find')}
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={chosen ? optionId(chosen) : undefined}
            placeholder={t('desk:phrases.find')}
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setAt(0)
            }}
            onKeyDown={onKeyDown}
          />
          <Kbd>Esc</Kbd>
        </>
      }
    >
      <PhraseList
        id={`${id}-list`}
        label={t('desk:phrases.pick')}
        lang={data?.locale}
        items={found.map((phrase) => ({
          id: optionId(phrase),
          title: phrase.title,
          body: phrase.body,
          note:
            phrase.unfilled.length > 0
              ? t('desk:phrases.toFill', { count: phrase.unfilled.length })
              : null,
          selected: phrase === chosen,
          onSelect: () => onPick(phrase.body),
        }))}
      />
      {data && found.length === 0 && (
        <p className="muted xs">
          {data.phrases.length === 0 ? t('desk:phrases.none') : t('desk:phrases.notFound')}
        </p>
      )}
    </PhrasePanel>
  )
}
