import { type FormHTMLAttributes, type ReactNode } from 'react'

import { FieldError } from './fields.tsx'
import { Photos, type Photo } from './photos.tsx'

export type TalkItem =
  | { kind: 'day'; label: ReactNode }
  | {
      kind: 'message'
      mine?: boolean
      who: ReactNode
      at: ReactNode
      iso?: string
      text?: ReactNode
      photos?: Photo[]
    }

export function Talk({ items }: { items: TalkItem[] }) {
  return (
    <ol className="talk">
      {items.map((item, index) =>
        item.kind === 'day' ? (
          <li className="talk__day" key={index}>
            {item.label}
          </li>
        ) : (
          <li className={item.mine ? 'msg msg--mine' : 'msg'} key={index}>
            <span className="msg__who">
              {item.who} <time dateTime={item.iso}>{item.at}</time>
            </span>
            {item.text && <div className="msg__text typed">{item.text}</div>}
            {item.photos && item.photos.length > 0 && <Photos items={item.photos} />}
          </li>
        ),
      )}
    </ol>
  )
}

export function Composer({
  id,
  label,
  send,
  name = 'body',
  maxLength,
  error,
  errorPrefix,
  photo,
  count,
  defaultValue,
  hidden,
  ...rest
}: {
  id: string
  label: ReactNode
  send: ReactNode
  name?: string
  maxLength?: number
  error?: ReactNode
  errorPrefix?: ReactNode
  photo?: ReactNode
  /** How much is typed. */
  count?: ReactNode
  defaultValue?: string
  hidden?: ReactNode
} & Omit<FormHTMLAttributes<HTMLFormElement>, 'id' | 'name' | 'hidden'>) {
  return (
    <form className="composer" method="post" noValidate {...rest}>
      {hidden}
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {error && (
        <FieldError id={`${id}-error`} prefix={errorPrefix}>
          {error}
        </FieldError>
      )}
      <textarea
        className="input"
        id={id}
        name={name}
        maxLength={maxLength}
        defaultValue={defaultValue}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
        required
      />
      {count && (
        <p className="composer__count num" id={`${id}-count`}>
          {count}
        </p>
      )}
      {photo}
      <button className="button">{send}</button>
    </form>
  )
}
