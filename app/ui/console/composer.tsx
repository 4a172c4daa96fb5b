import {
  forwardRef,
  type InputHTMLAttributes,
  type ReactNode,
  type TextareaHTMLAttributes,
  useState,
} from 'react'

import { ConsoleIcon, type ConsoleIconName } from '../icons.tsx'
import { Kbd } from './page.tsx'

type Draft = { tab: ReactNode; keys?: string; sheet: ReactNode }

/** A note and a message are two drafts, each in its own form; the radios only choose which is seen. */
export function ComposerTabs({
  label,
  legend,
  id,
  open = 'note',
  above,
  note,
  message,
}: {
  label: string
  legend: ReactNode
  id: string
  open?: 'note' | 'message'
  above?: ReactNode
  note: Draft
  message: Draft
}) {
  return (
    <section className="composer" aria-label={label}>
      {above}
      <fieldset className="composer-mode">
        <legend className="vh">{legend}</legend>
        <label className="c-note">
          <input type="radio" name={id} value="note" defaultChecked={open === 'note'} />
          <ConsoleIcon name="lock" small />
          {note.tab} {note.keys && <Kbd>{note.keys}</Kbd>}
        </label>
        <label className="c-msg">
          <input type="radio" name={id} value="message" defaultChecked={open === 'message'} />
          <ConsoleIcon name="speech" small />
          {message.tab} {message.keys && <Kbd>{message.keys}</Kbd>}
        </label>
      </fieldset>
      <div className="sheet-note">{note.sheet}</div>
      <div className="sheet-msg">{message.sheet}</div>
    </section>
  )
}

/** Who will read it, said above the words. */
export function ComposerTo({ icon, children }: { icon: ConsoleIconName; children: ReactNode }) {
  return (
    <p className="to">
      <ConsoleIcon name={icon} small />
      <span>{children}</span>
    </p>
  )
}

export const ComposerText = forwardRef<
  HTMLTextAreaElement,
  { label: string; error?: ReactNode; id: string } & Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'id'
  >
>(function ComposerText({ label, error, id, ...rest }, ref) {
  return (
    <>
      <textarea
        ref={ref}
        id={id}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        {...rest}
      />
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
})

/** A paper clip; what was chosen is named beside it. Without script the browser's own control stands there. */
export function ComposerFiles({
  id,
  label,
  name = 'files',
  ...rest
}: { id: string; label: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'>) {
  const [chosen, setChosen] = useState<string[]>([])
  return (
    <span className="files">
      <label className="btn btn-quiet" htmlFor={id}>
        <ConsoleIcon name="attach" />
        {label}
      </label>
      <input
        id={id}
        type="file"
        name={name}
        multiple
        {...rest}
        onChange={(event) =>
          setChosen([...(event.currentTarget.files ?? [])].map((file) => file.name))
        }
      />
      {chosen.length > 0 && (
        <span className="xs" aria-live="polite">
          {chosen.join(', ')}
        </span>
      )}
    </span>
  )
}

/** That it will wait, and a tick for those who don't want it to. */
export function ComposerWait({ words, label }: { words: ReactNode; label: ReactNode }) {
  return (
    <span className="wait xs">
      <span>
        <ConsoleIcon name="s-pause" small /> {words}
      </span>
      <label>
        <input type="checkbox" name="now" /> {label}
      </label>
    </span>
  )
}

export function ComposerRow({ children }: { children: ReactNode }) {
  return <div className="row">{children}</div>
}
