import { notFound } from '#app/platform/errors.ts'

export function loader() {
  throw notFound()
}

export function action() {
  throw notFound()
}

/** Every address that is nobody's; what is shown is the root's error page. */
export default function Missing() {
  return null
}
