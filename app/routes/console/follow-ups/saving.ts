import { useNavigation } from '@remix-run/react'

/** From the moment a call's answers or attempt are sent until the next page is there. */
export function useSaving(): boolean {
  const { formMethod, formAction } = useNavigation()
  return formMethod === 'POST' && !!formAction?.startsWith('/console/follow-ups/')
}
