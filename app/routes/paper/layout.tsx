import type { LinksFunction } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import type { SurfaceHandle } from '#app/surface.ts'
import css from '#app/ui/paper.css?url'

export const handle: SurfaceHandle = { surface: 'paper' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]

/** What is made to be printed stands alone, without the frame of the page it was asked for on. */
export default function PaperLayout() {
  return <Outlet />
}
