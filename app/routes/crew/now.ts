import type { LoaderFunctionArgs } from '@remix-run/node'
import { loader as today } from './today.tsx'

/** What the list of the day shows, for a page that is open. */
export const loader = async (args: LoaderFunctionArgs) => Response.json(await today(args))
