import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react'

import { Icon } from '../icons.tsx'

export type FieldWords = {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  errorPrefix?: ReactNode
}

export type FieldAria = {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

export function describedBy(...ids: (string | null | undefined)[]) {
  return ids.filter(Boolean).join(' ') || undefined
}

export function ErrorSummary({
  title,
  errors,
  id = 'error-summary',
}: {
  /** Of so many errors; those that are put right go while the page is open. */
  title: (count: number) => string
  errors: { href: string; message: ReactNode }[]
  id?: string
}) {
  if (errors.length === 0) return null
  return (
    <div
      className="error-summary"
      id={id}
      role="alert"
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`}>
        <Icon name="alert" />
        <span data-titles={JSON.stringify(errors.map((_, index) => title(index + 1)))}>
          {title(errors.length)}
        </span>
      </h2>
      <ul>
        {errors.map((error, index) => (
          <li key={index}>
            <a href={error.href}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function FieldError({
  id,
  prefix,
  children,
}: {
  id?: string
  prefix?: ReactNode
  children: ReactNode
}) {
  return (
    <p className="error" id={id}>
      <Icon name="alert" />
      <span>
        {prefix && <span className="hidden-text">{prefix}</span>}
        {children}
      </span>
    </p>
  )
}

export function Field({
  id,
  label,
  hint,
  error,
  errorPrefix,
  foot,
  countId,
  children,
}: FieldWords & {
  foot?: ReactNode
  countId?: string
  children: (aria: FieldAria) => ReactNode
}) {
  const aria: FieldAria = {
    id,
    'aria-describedby': describedBy(
      hint ? `${id}-hint` : null,
      error ? `${id}-error` : null,
      countId,
    ),
    'aria-invalid': error ? true : undefined,
  }
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
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
      {children(aria)}
      {foot}
    </div>
  )
}

export function TextField({
  id,
  label,
  hint,
  error,
  errorPrefix,
  short,
  ...rest
}: FieldWords & { short?: boolean } & Omit<InputHTMLAttributes<HTMLInputElement>, 'id'>) {
  return (
    <Field id={id} label={label} hint={hint} error={error} errorPrefix={errorPrefix}>
      {(aria) => (
        <input className={short ? 'input input--short' : 'input'} type="text" {...rest} {...aria} />
      )}
    </Field>
  )
}

export function SelectField({
  id,
  label,
  hint,
  error,
  errorPrefix,
  children,
  ...rest
}: FieldWords & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'>) {
  return (
    <Field id={id} label={label} hint={hint} error={error} errorPrefix={errorPrefix}>
      {(aria) => (
        <select className="input" {...rest} {...aria}>
          {children}
        </select>
      )}
    </Field>
  )
}

export function TextAreaField({
  id,
  label,
  hint,
  error,
  errorPrefix,
  saved,
  counter,
  ...rest
}: FieldWords & { saved?: ReactNode; counter?: ReactNode } & Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'id'
  >) {
  const countId = `${id}-count`
  const foot = (saved || counter) && (
    <div className="field__foot">
      <span>{saved}</span>
      <span className="num" id={countId}>
        {counter}
      </span>
    </div>
  )
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={error}
      errorPrefix={errorPrefix}
      foot={foot}
      countId={counter ? countId : undefined}
    >
      {(aria) => <textarea className="input" {...rest} {...aria} />}
    </Field>
  )
}
