import { createContext, type ReactNode, useContext } from 'react'
import type { EntryKind } from '#db/vocabulary/work.ts'
import { HiddenFields } from '../kept/hidden-fields.tsx'
import { type EntryFormOptions, useEntryForm } from '../kept/use-kept.ts'
import { Notice } from '#app/ui/portal/notices.tsx'
import { replyOf } from '../sending.ts'
import { useVisit } from './loaded-visit.ts'

/** What a form of this page was answered with when it was sent without a script. */
export const ReplyToForm = createContext<unknown>(undefined)

/** The id of the form that was answered; its key is the page's own, a dash, and that id. */
export function formOf(reply: unknown): string | undefined {
  const key = replyOf(reply)?.lastResult.initialValue?.submissionKey
  return typeof key === 'string' ? /^.{32}-(.+)$/.exec(key)?.[1] : undefined
}

/** The answer belongs to the form whose key it bears. */
export function useReplyTo(id: string): unknown {
  const reply = useContext(ReplyToForm)
  return formOf(reply) === id ? reply : undefined
}

/** Whether one of these forms came back with something to put right. */
export function useAnswered(ids: readonly string[]): boolean {
  const reply = useContext(ReplyToForm)
  return ids.includes(formOf(reply) ?? '')
}

type Options<Name extends string> = Pick<
  EntryFormOptions<Name>,
  'defaults' | 'prepare' | 'refuse' | 'before' | 'onKept'
> & {
  /** The form's id: one of its kind on the page needs none of its own. */
  id?: string
}

/** A form of an entry about the visit that is open. */
export function useVisitForm<Name extends string>(kind: EntryKind, options: Options<Name> = {}) {
  const { id: visitId, submissionKey } = useVisit()
  const id = options.id ?? kind
  const reply = useReplyTo(id)
  return useEntryForm<Name>(kind, visitId, { ...options, id, submissionKey, reply })
}

export type VisitForm<Name extends string> = ReturnType<typeof useVisitForm<Name>>

/** The form itself, with what kept it from being taken on top. */
export function EntryForm({
  of: { form, hidden, formError, problem },
  label,
  children,
}: {
  of: Pick<VisitForm<never>, 'form' | 'hidden' | 'formError' | 'problem'>
  label?: string
  children: ReactNode
}) {
  const trouble = problem ?? formError
  return (
    <form {...form} className="stack" aria-label={label}>
      <HiddenFields {...hidden} />
      {trouble && (
        <Notice tone="trouble" icon="alert" alert>
          {trouble}
        </Notice>
      )}
      {children}
    </form>
  )
}
