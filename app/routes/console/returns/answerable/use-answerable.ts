import { useActionData, useLocation, useRouteLoaderData } from '@remix-run/react'
import { casePath } from '../case-look.ts'
import type { loader } from '../case.tsx'

/** Cause and shares of the case that the page is about. */
export function useAnswerable() {
  const loaded = useRouteLoaderData<typeof loader>('routes/console/returns/case')
  if (!loaded) throw new Error('Only below the page of a case')
  return loaded.answerability
}

export const answerablePath = (number: string) => `${casePath(number)}/answerability`
export const answerableApprovalPath = (number: string) => `${answerablePath(number)}/approval`

/** What was answered to a form that has this address, and whether it is the one that is open. */
export function useReplyOf(path: string): { open: boolean; reply: unknown } {
  const reply = useActionData()
  const open = useLocation().pathname === path
  return { open, reply: open ? reply : undefined }
}
