import type { LoaderFunctionArgs } from '@remix-run/node'
import { loader as visit } from './visit.tsx'

/** What the visit's page shows, for a page that is open. */
export const loader = async (args: LoaderFunctionArgs) => Response.json(await visit(args))
