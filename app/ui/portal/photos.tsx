import { type ButtonHTMLAttributes, type InputHTMLAttributes, type ReactNode } from 'react'

import { Icon } from '../icons.tsx'

export type Photo = {
  src: string
  alt: string
  foot?: ReactNode
  href?: string
  state?: 'sending' | 'failed'
  removeForm?: ReactNode
}

export function Photos({
  items,
  large,
  id,
  label,
  children,
}: {
  items: Photo[]
  large?: boolean
  id?: string
  label?: string
  children?: ReactNode
}) {
  return (
    <ul className={large ? 'photos photos--large' : 'photos'} id={id} aria-label={label}>
      {items.map((photo) => {
        const image = <img src={photo.src} alt={photo.alt} loading="lazy" decoding="async" />
        return (
          <li className={photo.state ? `photo photo--${photo.state}` : 'photo'} key={photo.src}>
            {photo.href ? <a href={photo.href}>{image}</a> : image}
            {photo.removeForm}
            {photo.foot && <div className="photo__foot">{photo.foot}</div>}
          </li>
        )
      })}
      {children}
    </ul>
  )
}

export function PhotoRemove({
  label,
  ...rest
}: { label: ReactNode } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button className="photo__remove" type="submit" {...rest}>
      <Icon name="close" />
      <span className="hidden-text">{label}</span>
    </button>
  )
}

export function PhotoAdd({
  label,
  icon = 'camera',
  ...rest
}: { label: ReactNode; icon?: 'camera' | 'plus' } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <li className="photo">
      <label className="photo__add">
        <Icon name={icon} />
        {label}
        <input type="file" accept="image/*" multiple {...rest} />
      </label>
    </li>
  )
}

export function PhotoProgress({ value, label }: { value: number; label: string }) {
  return (
    <progress value={value} max={100} aria-label={label}>
      {value}%
    </progress>
  )
}
