// PLACEHOLDER
import { Outlet } from '@remix-run/react'
export default function Placeholder() {
  return <Outlet />
}
