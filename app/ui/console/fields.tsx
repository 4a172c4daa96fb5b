import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react'

import { ConsoleIcon } from '../icons.tsx'

export type FieldWords = {
  id: string
  label: ReactNode
  /** At the label's far end: where the value comes from, a key. */
  right?: ReactNode
  hint?: ReactNode
  error?: ReactNode
  wide?: boolean
}

export type FieldAria = {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

function describedBy(id: string, hint: ReactNode, error: ReactNode) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : '']
  return ids.filter(Boolean).join(' ') || undefined
}

export function FormGrid({ two, children }: { two?: boolean; children: ReactNode }) {
  return <div className={two ? 'form form-2' : 'form'}>{children}</div>
}

/** The whole form's refusal, said on top of it. */
export function FormError({ children }: { children: ReactNode }) {
  return (
    <div className="warn bad" role="alert">
      <ConsoleIcon name="alert" />
      <div>{children}</div>
    </div>
  )
}

export function FieldDense({
  id,
  label,
  right,
  hint,
  error,
  wide,
  children,
}: FieldWords & { children: (aria: FieldAria) => ReactNode }) {
  return (
    <div className={wide ? 'field wide' : 'field'}>
      <label className="label" htmlFor={id}>
        {label}
        {right && <span className="r">{right}</span>}
      </label>
      {children({
        id,
        'aria-describedby': describedBy(id, hint, error),
        'aria-invalid': error ? true : undefined,
      })}
      <FieldFoot id={id} hint={hint} error={error} />
    </div>
  )
}

export function FieldFoot({
  id,
  hint,
  error,
}: {
  id: string
  hint?: ReactNode
  error?: ReactNode
}) {
  return (
    <>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </>
  )
}

export function InputDense({
  id,
  label,
  right,
  hint,
  error,
  wide,
  large,
  ...rest
}: FieldWords & { large?: boolean } & Omit<InputHTMLAttributes<HTMLInputElement>, 'id'>) {
  return (
    <FieldDense id={id} label={label} right={right} hint={hint} error={error} wide={wide}>
      {(aria) => <input className={large ? 'in in-xl' : 'in'} {...rest} {...aria} />}
    </FieldDense>
  )
}

export function TextAreaDense({
  id,
  label,
  right,
  hint,
  error,
  wide,
  ...rest
}: FieldWords & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'>) {
  return (
    <FieldDense id={id} label={label} right={right} hint={hint} error={error} wide={wide}>
      {(aria) => <textarea className="in" {...rest} {...aria} />}
    </FieldDense>
  )
}

export function SelectDense({
  id,
  label,
  right,
  hint,
  error,
  wide,
  children,
  ...rest
}: FieldWords & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'>) {
  return (
    <FieldDense id={id} label={label} right={right} hint={hint} error={error} wide={wide}>
      {(aria) => (
        <select className="in" {...rest} {...aria}>
          {children}
        </select>
      )}
    </FieldDense>
  )
}

export function CheckDense({
  label,
  ...rest
}: { label: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  )
}
