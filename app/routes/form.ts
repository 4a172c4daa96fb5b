import { type SubmissionResult, useForm } from '@conform-to/react'
import { useEffect, useState } from 'react'
import type { Translate } from '#app/i18n/keys.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { useChangedMeanwhile } from './changed-meanwhile.ts'

/** What an action answers when a form was not taken: see `FormReply` of the platform. */
interface Reply {
  lastResult: SubmissionResult
  refusal: { refusal: string; values: Record<string, string | number> } | null
  /** What the server says to a code that isn't of `validation`. */
  said?: Record<string, string>
}

export interface FormField {
  id: string
  name: string
  defaultValue: string | undefined
  error: string | undefined
}

export type FormDefaults<Name extends string> = {
  [K in Name]?: string | number | readonly string[] | null
}

/**
 * A form as a page shows it: what was typed (or what stands now), what is wrong in the reader's words, and what the
 * state of things refused. The same with and without JavaScript.
 * @param id the form's, and the beginning of its fields' ids
 * @param reply the action data, or a fetcher's data
 * @param sending it is on its way again: what was wrong before says nothing of it
 */
export function useFormOf<Name extends string>(
  id: string,
  {
    reply: answered,
    sending = false,
    defaults = {},
  }: { reply?: unknown; sending?: boolean; defaults?: FormDefaults<Name> },
) {
  const { t } = useWords()
  const reply = replyIn(answered)
  const [form] = useForm<Record<string, string | string[]>>({
    id,
    lastResult: reply?.lastResult ?? null,
    defaultValue: Object.fromEntries(
      Object.entries<FormDefaults<Name>[Name]>(defaults).map(([name, value]) => [
        name,
        typeof value === 'number' ? String(value) : (value as string | string[] | null),
      ]),
    ),
  })
  const typed = (form.initialValue ?? {}) as Record<string, unknown>
  const corrected = useCorrected(id, reply)
  const theirs = useChangedMeanwhile(id, defaults, reply?.refusal?.refusal)
  // The form remembers what was wrong also after it was taken.
  const standing = reply !== null && !sending
  const errors = standing
    ? Object.fromEntries(Object.entries(form.allErrors).filter(([name]) => !corrected.has(name)))
    : {}
  const refused = standing ? form.errors?.[0] : undefined
  const fieldId = (name: string) => `${id}-${name}`
  const say = (key: string) => reply?.said?.[key] ?? sayError(t, key, reply?.refusal?.values)
  // The form knows of its errors a moment after the answer is there.
  const told = [refused ?? [], ...Object.values(form.allErrors)].flat().join()
  useEffect(() => {
    if (replyIn(answered) && told !== '') showTrouble(id)
  }, [answered, told, id])

  return {
    form: { id, noValidate: true } as const,
    /** Spread it on a field component. */
    field(name: Name): FormField {
      const value = typed[name]
      const error = errors[name]?.[0]
      const now = theirs[name]
      return {
        id: fieldId(name),
        name,
        defaultValue: typeof value === 'string' ? value : undefined,
        error: error ? say(error) : now === undefined ? undefined : sayNow(t, now),
      }
    },
    /** The chosen values of a field that may have several. */
    chosen(name: Name): string[] {
      const value = typed[name]
      const values: unknown[] = Array.isArray(value) ? value : [value]
      return values.filter((item): item is string => typeof item === 'string')
    },
    /** What was wrong when it was answered, put right since or not: what opened by it stays open. */
    wasWrong: (...names: Name[]) =>
      standing && names.some((name) => form.allErrors[name] !== undefined),
    /** The whole form's refusal. */
    formError: refused === undefined ? undefined : say(refused),
    /** The refusal's code, for a page that has more to say about it. */
    refusal: reply?.refusal?.refusal,
    /** For a summary on top: every field's error with a link to it. */
    errors: Object.entries(errors).flatMap(([name, [first]]) =>
      name && first ? [{ href: `#${fieldId(name)}`, message: say(first) }] : [],
    ),
  }
}

/** The cursor goes to the first field that is wrong; where the whole form was refused, the words come into view. */
function showTrouble(formId: string) {
  const form = document.getElementById(formId)
  const error = form?.querySelector('.error')
  const field =
    form?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    error?.closest('fieldset, .field')?.querySelector<HTMLElement>('input, select, textarea')
  field?.focus({ preventScroll: true })
  const trouble = field ?? error ?? form?.querySelector('[role="alert"]')
  trouble?.scrollIntoView({ block: 'center' })
}

/** An action may also have answered something else, or nothing. */
function replyIn(answered: unknown): Reply | null {
  return typeof answered === 'object' && answered !== null && 'lastResult' in answered
    ? (answered as Reply)
    : null
}

/** An error is a key of `validation` with its namespace, or the code of a refusal that the phone says by itself. */
function sayError(t: Translate, key: string, values: Record<string, string | number> = {}) {
  const full = key.includes(':') ? key : `refusals:${key}`
  return t(full as 'refusals:notFound', values)
}

const sayNow = (t: Translate, value: string) =>
  value === '' ? t('validation:nowEmpty') : t('validation:nowIs', { value })

/** Which fields of a form were typed into since it was answered. */
function useCorrected(id: string, reply: Reply | null): ReadonlySet<string> {
  const [corrected, setCorrected] = useState<{ of: Reply | null; names: ReadonlySet<string> }>({
    of: null,
    names: new Set(),
  })
  useEffect(() => {
    const form = document.getElementById(id)
    const correct = ({ target }: Event) => {
      const { name } = target as HTMLInputElement
      if (!name) return
      setCorrected(({ of, names }) => ({
        of: reply,
        names: new Set(of === reply ? names : []).add(name),
      }))
    }
    form?.addEventListener('input', correct)
    return () => form?.removeEventListener('input', correct)
  }, [id, reply])
  return corrected.of === reply ? corrected.names : new Set()
}

/**
 * The version a form was filled from: it stays while the form is open, whatever is loaded meanwhile, until the
 * person has been shown what a colleague changed.
 */
export function usePinnedVersion(version: number, refusal: string | undefined): number {
  const [pinned, pin] = useState(version)
  if (pinned !== version && refusal?.endsWith('Changed')) pin(version)
  return pinned
}

/**
 * The key that makes a form sent twice count once: the same while the form is open, whatever is loaded meanwhile.
 * @param use tells apart the forms of one page
 */
export function useSubmissionKey(fresh: string, use: string): string {
  return useState(`${fresh}-${use}`)[0]
}
