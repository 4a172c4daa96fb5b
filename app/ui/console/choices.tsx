import { type ChangeEventHandler, type ReactNode } from 'react'

import { FieldFoot } from './fields.tsx'

export type SegOption = { value: string; label: ReactNode; title?: string }

/** A few words side by side, one of them chosen; `scale` for a row of figures. */
export function Seg({
  id,
  legend,
  hiddenLegend,
  name,
  options,
  defaultValue,
  required,
  hint,
  error,
  wide,
  scale,
  onChange,
}: {
  id: string
  legend: ReactNode
  hiddenLegend?: boolean
  name: string
  options: SegOption[]
  defaultValue?: string
  required?: boolean
  hint?: ReactNode
  error?: ReactNode
  wide?: boolean
  scale?: boolean
  onChange?: ChangeEventHandler<HTMLInputElement>
}) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : '']
  const shown = scale ? 'lg' : undefined
  return (
    <fieldset
      className={wide ? 'field wide' : 'field'}
      id={id}
      aria-describedby={described.filter(Boolean).join(' ') || undefined}
    >
      <legend className={hiddenLegend ? 'vh' : shown}>{legend}</legend>
      <div className={scale ? 'seg nps' : 'seg'}>
        {options.map((option) => (
          <label key={option.value} title={option.title}>
            <input
              type="radio"
              name={name}
              value={option.value}
              required={required}
              defaultChecked={option.value === defaultValue}
              onChange={onChange}
            />
            {option.label}
          </label>
        ))}
      </div>
      <FieldFoot id={id} hint={hint} error={error} />
    </fieldset>
  )
}

export type Option = {
  value: string
  label: ReactNode
  right?: ReactNode
  detail?: ReactNode
  defaultChecked?: boolean
  disabled?: boolean
}

/** One under the other, each with room for what speaks for it. */
export function Options({
  id,
  legend,
  name,
  type = 'radio',
  items,
  required,
  error,
  wide,
  onChange,
}: {
  id: string
  legend?: ReactNode
  name: string
  type?: 'radio' | 'checkbox'
  items: Option[]
  required?: boolean
  error?: ReactNode
  wide?: boolean
  onChange?: ChangeEventHandler<HTMLInputElement>
}) {
  return (
    <fieldset
      className={wide ? 'field wide' : 'field'}
      id={id}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      {legend && <legend>{legend}</legend>}
      <ul className="opts">
        {items.map((item) => (
          <li key={item.value}>
            <label>
              <input
                type={type}
                name={name}
                value={item.value}
                required={type === 'radio' ? required : undefined}
                defaultChecked={item.defaultChecked}
                disabled={item.disabled}
                onChange={onChange}
              />
              <span>{item.label}</span>
              {item.right && <span className="muted xs">{item.right}</span>}
              {item.detail && <span className="d">{item.detail}</span>}
            </label>
          </li>
        ))}
      </ul>
      <FieldFoot id={id} error={error} />
    </fieldset>
  )
}
