import { useFetcher, useLocation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { QueueTop } from '#app/ui/console/queue.tsx'
import type { action } from './bulk.tsx'
import { type BulkField, BulkFields, type BulkLists } from './bulk-fields.tsx'
import { BulkTold } from './bulk-told.tsx'

export const bulkPath = '/console/tickets/bulk'

/** Above the rows: what can be done with those that are marked, and how it went. Without script it always stands there. */
export function BulkBar({
  children,
  marked,
  empty,
  lists,
  onDone,
}: {
  children: ReactNode
  marked: number
  /** There is nothing to mark. */
  empty: boolean
  lists: BulkLists
  onDone: () => void
}) {
  const { t } = useWords()
  const { pathname, search } = useLocation()
  const fetcher = useFetcher<typeof action>({ key: 'bulk' })
  const form = useRef<HTMLFormElement>(null)
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  const reply = fetcher.data
  const result = reply && 'result' in reply ? reply.result : null
  const [closed, close] = useState<unknown>(null)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  useEffect(() => {
    if (!result) return
    form.current?.reset()
    form.current?.querySelectorAll('details').forEach((one) => (one.open = false))
    done.current()
  }, [result])
  const sending = fetcher.state !== 'idle'
  const f = useFormOf<BulkField>('bulk', { reply, sending, defaults: { owner: lists.me } })
  const unmarked = f.field('ticket').error
  return (
    <QueueTop>
      {children}
      <fetcher.Form
        className="bulk"
        method="post"
        action={bulkPath}
        ref={form}
        hidden={marked === 0 && (alive || empty)}
        aria-label={t('queues:bulk.title')}
        {...f.form}
      >
        <input type="hidden" name="back" value={pathname + search} />
        <BulkFields f={f} lists={lists} />
        {(f.formError ?? unmarked) && <FormError>{f.formError ?? unmarked}</FormError>}
      </fetcher.Form>
      {result && closed !== result && !sending && (
        <BulkTold
          result={result}
          owners={lists.owners}
          undo={(undo) => (
            <fetcher.Form method="post" action={bulkPath}>
              <input type="hidden" name="undo" value={undo} />
              <Btn size="in" variant="quiet" icon="undo" name="do" value="undo">
                {t('queues:bulk.undo')}
              </Btn>
            </fetcher.Form>
          )}
        >
          <Btn
            type="button"
            size="in"
            variant="quiet"
            icon="x"
            label={t('queues:bulk.close')}
            onClick={() => close(result)}
          />
        </BulkTold>
      )}
    </QueueTop>
  )
}
