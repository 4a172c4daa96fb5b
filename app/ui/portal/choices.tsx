import { type InputHTMLAttributes, type ReactNode } from 'react'

import { Icon, type IconName } from '../icons.tsx'
import { FieldError, describedBy } from './fields.tsx'

type InputRest = Omit<InputHTMLAttributes<HTMLInputElement>, 'title'>

export function ChoiceGroup({
  legend,
  id,
  hint,
  error,
  errorPrefix,
  two,
  as = 'choices',
  children,
}: {
  legend: ReactNode
  id: string
  hint?: ReactNode
  error?: ReactNode
  errorPrefix?: ReactNode
  two?: boolean
  as?: 'choices' | 'pills' | 'bare'
  children: ReactNode
}) {
  return (
    <fieldset
      id={id}
      className={error ? 'has-error' : undefined}
      aria-describedby={describedBy(hint ? `${id}-hint` : null, error ? `${id}-error` : null)}
    >
      <legend>{legend}</legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <FieldError id={`${id}-error`} prefix={errorPrefix}>
          {error}
        </FieldError>
      )}
      {as === 'choices' && (
        <div className={two ? 'choices choices--two' : 'choices'}>{children}</div>
      )}
      {as === 'pills' && <div className="pills">{children}</div>}
      {as === 'bare' && children}
    </fieldset>
  )
}

export function Choice({
  title,
  text,
  icon,
  right,
  type = 'radio',
  ...rest
}: {
  title: ReactNode
  text?: ReactNode
  icon?: IconName
  right?: ReactNode
  type?: 'radio' | 'checkbox'
} & Omit<InputRest, 'type'>) {
  return (
    <label className="choice">
      <input type={type} {...rest} />
      <span>
        <span className="choice__title">{title}</span>
        {text && <span className="choice__text">{text}</span>}
      </span>
      {icon && <Icon name={icon} />}
      {right}
    </label>
  )
}

export function Pill({
  children,
  type = 'checkbox',
  ...rest
}: { children: ReactNode; type?: 'radio' | 'checkbox' } & Omit<InputRest, 'type'>) {
  return (
    <label className="pill">
      <input type={type} {...rest} />
      {children}
    </label>
  )
}

/** One sentence to agree to. */
export function PlainCheck({
  id,
  children,
  error,
  errorPrefix,
  ...rest
}: {
  id: string
  children: ReactNode
  error?: ReactNode
  errorPrefix?: ReactNode
} & Omit<InputRest, 'type' | 'id'>) {
  return (
    <div className={error ? 'has-error' : undefined}>
      {error && (
        <FieldError id={`${id}-error`} prefix={errorPrefix}>
          {error}
        </FieldError>
      )}
      <label className="choice choice--plain">
        <input
          type="checkbox"
          id={id}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
          {...rest}
        />
        <span>{children}</span>
      </label>
    </div>
  )
}
