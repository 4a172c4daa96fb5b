import { useNavigation, useRouteLoaderData } from '@remix-run/react'
import {
  type FormEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { EntryKind } from '#db/vocabulary/work.ts'
import { type Frame, useWords } from '#app/i18n/use-words.ts'
import { type FormDefaults, useFormOf } from '#app/routes/form.ts'
import type { loader as crewLoader } from '../layout.tsx'
import { newKey, type Recorded, type Refusal, type WhyNot } from './entry.ts'
import type { Reading } from './fold.ts'
import { currentOutbox, emptyOutbox, keep, type Outbox, watchOutbox } from './outbox.ts'
import { sendKept } from './send.ts'

const nobody = { me: '', name: '', hotline: '' }

/** Whoever holds the phone: id and name; and dispatch's number. */
export const useHolder = () => useRouteLoaderData<typeof crewLoader>('routes/crew/layout') ?? nobody

/** How this phone reads what was typed on it. */
export function useReading(): Reading {
  const zone = useRouteLoaderData<() => Promise<Frame>>('root')?.zone ?? 'Asia/Shanghai'
  const { name } = useHolder()
  return useMemo(() => ({ zone, name }), [zone, name])
}

/** What this phone keeps; on the server, nothing. */
export const useOutbox = (): Outbox =>
  useSyncExternalStore(watchOutbox, currentOutbox, () => emptyOutbox)

/** Keeps what was done on this phone and sends it as soon as it can be; it is shown at once. */
export function useRecord(visitId: number) {
  const { me: by } = useHolder()
  return useCallback(
    async (kind: EntryKind, form: FormData): Promise<Recorded> => {
      const recorded = await keep(kind, { visitId, by, form })
      if (recorded.kept) void sendKept(by)
      return recorded
    },
    [visitId, by],
  )
}

const checking = () => import('./check-form.ts')

/** Without the means to check it here, a form is kept as it is, and the server judges it. */
const checked = async (kind: EntryKind, form: FormData) =>
  (await checking().catch(() => null))?.checkForm(kind, form)

export interface EntryFormOptions<Name extends string> {
  /** The form's id, and the beginning of its fields' ids; the kind unless said. */
  id?: string
  defaults?: FormDefaults<Name>
  /** What the same form was answered with when it was sent without a script (`useActionData`). */
  reply?: unknown
  /** The key a form without a script is sent under: the loader's, made different for each form of the page. */
  submissionKey: string
  /** Adds what isn't typed (a drawing), before the form is checked; `false` keeps it back. */
  prepare?: (form: FormData) => boolean | void
  /** What this phone knows to stand against it already; the server would refuse it for the same. */
  refuse?: (form: FormData) => Refusal | null
  /** Keeps what has to be sent before it. */
  before?: (form: FormData) => Promise<Recorded | null>
  onKept?: (key: string) => void
}

/**
 * A form of an entry: checked on the phone by the schema the server has, then kept, shown and sent; without a script it
 * is posted as it is. Spread `form` on a plain `<form>` and put `hidden` fields into it.
 */
export function useEntryForm<Name extends string>(
  kind: EntryKind,
  visitId: number,
  options: EntryFormOptions<Name>,
) {
  const {
    id = kind,
    defaults = {},
    reply,
    submissionKey,
    prepare,
    refuse,
    before,
    onKept,
  } = options
  const { t } = useWords()
  const record = useRecord(visitId)
  const posting = useNavigation().state === 'submitting'
  const [keeping, setKeeping] = useState(false)
  const inHand = useRef(false)
  const [own, setReply] = useState<unknown>()
  const [why, setWhy] = useState<WhyNot | null>(null)
  const [key] = useState(`${submissionKey}-${id}`)
  const f = useFormOf<Name>(id, { reply: own ?? reply, defaults })

  useEffect(() => void checking().catch(() => null), [])

  async function submit(element: HTMLFormElement, form: FormData) {
    if (prepare?.(form) === false) return
    form.set('submissionKey', newKey())
    const submission = await checked(kind, form)
    setWhy(null)
    if (submission && submission.status !== 'success') {
      setReply({ lastResult: submission.reply(), refusal: null })
      return
    }
    const refusal = refuse?.(form)
    if (refusal) {
      const lastResult = submission?.reply({ formErrors: [refusal.refusal] })
      setReply({ lastResult, refusal })
      return
    }
    const first = await before?.(form)
    const recorded = first?.kept === false ? first : await record(kind, form)
    if (!recorded.kept) {
      setWhy(recorded.why)
      return
    }
    if (submission) setReply({ lastResult: submission.reply({ resetForm: true }), refusal: null })
    element.reset()
    onKept?.(recorded.key)
  }

  return {
    ...f,
    /** Spread it on `<form>`. */
    form: {
      ...f.form,
      method: 'post' as const,
      action: `/crew/visits/${visitId}/entries`,
      onSubmit(event: FormEvent<HTMLFormElement>) {
        event.preventDefault()
        if (inHand.current) return
        inHand.current = true
        setKeeping(true)
        const element = event.currentTarget
        const form = new FormData(element, (event.nativeEvent as SubmitEvent).submitter)
        void submit(element, form).finally(() => {
          inHand.current = false
          setKeeping(false)
        })
      },
    },
    /** Hidden fields: `<HiddenFields {...f.hidden} />`. */
    hidden: { kind, submissionKey: key },
    busy: keeping || posting,
    /** Why the phone couldn't keep it, in words; everything typed is still there. */
    problem: why && t(`crew:unsent.notKept.${why}`),
  }
}
