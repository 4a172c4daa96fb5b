import { Form, Link, Outlet } from '@remix-run/react'
import type { LinksFunction } from '@remix-run/node'
import type { SurfaceHandle } from '#app/surface.ts'
import css from '#app/ui/console.css?url'
import { UiLinks } from '#app/ui/links.tsx'

export const handle: SurfaceHandle = { surface: 'console' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]

/** The pages before the console: signing in, a first password. */
export default function Door() {
  return (
    <UiLinks link={Link} form={Form}>
      <Outlet />
    </UiLinks>
  )
}
