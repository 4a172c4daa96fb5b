import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/platform/errors.ts'
import { staffContext } from '#app/routes/context.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request)
  throw notFound()
}

/** Every address under the console that is nobody's: the console's own error page says so. */
export default function Missing() {
  return null
}
