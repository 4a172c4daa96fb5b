import { useFetcher } from '@remix-run/react'
import type { ReactNode, Ref } from 'react'
import type { FormReply } from '#app/platform/http.server.ts'

/** What is sent from the board without leaving it, and what was answered. */
export function useSent() {
  const fetcher = useFetcher<FormReply | { ok: true }>()
  const reply = fetcher.data && 'refusal' in fetcher.data ? fetcher.data : null
  return {
    fetcher,
    busy: fetcher.state !== 'idle',
    /** In the reader's words. */
    error: (reply?.refusal && reply.said?.[reply.refusal.refusal]) ?? null,
  }
}

/** A form of one button; without JavaScript the server leads back to the board. */
export function Send({
  sent: { fetcher },
  action,
  fields = {},
  inside,
  children,
}: {
  sent: ReturnType<typeof useSent>
  action: string
  fields?: Record<string, string>
  inside?: Ref<HTMLFormElement>
  children: ReactNode
}) {
  return (
    <fetcher.Form method="post" action={action} ref={inside}>
      <input type="hidden" name="stay" value="yes" />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </fetcher.Form>
  )
}
