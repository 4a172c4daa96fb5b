import { useState } from 'react'

/**
 * The stamp of what a form was filled from: it stays while the form is open, whatever is loaded meanwhile,
 * until the person has been shown what a colleague changed.
 */
export function useSeen(seen: string, refusal: string | undefined): string {
  const [pinned, pin] = useState(seen)
  if (pinned !== seen && refusal?.endsWith('Changed')) pin(seen)
  return pinned
}
