import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid, InputDense } from '#app/ui/console/fields.tsx'
import { replyTo } from './reply.ts'
import type { WindowView } from './window-view.server.ts'

/** Takes the window out of what can be booked; asks why. */
export function CloseForm({
  window,
  reply,
  asked,
}: {
  window: WindowView
  reply: unknown
  asked: boolean
}) {
  const { t } = useWords()
  const answered = replyTo(reply, { intent: 'close', window: String(window.id) })
  const f = useFormOf<'reason'>('close', { reply: answered })
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (asked) details.current?.querySelector<HTMLElement>('input[name=reason]')?.focus()
  }, [asked])
  return (
    <details className="closing mt" ref={details} open={asked || answered !== undefined}>
      <summary className="btn btn-bad">{t('bookings:close.title')}</summary>
      <Form method="post" preventScrollReset {...f.form}>
        {f.formError && <FormError>{f.formError}</FormError>}
        <input type="hidden" name="intent" value="close" />
        <input type="hidden" name="window" value={window.id} />
        <FormGrid>
          <InputDense
            {...f.field('reason')}
            maxLength={300}
            required
            label={t('bookings:close.reason')}
            hint={t('bookings:close.reasonHint')}
          />
          <p className="xs muted">
            {window.booked > 0
              ? t('bookings:close.keeps', { count: window.booked })
              : t('bookings:close.keepsNone')}
          </p>
          <div>
            <Btn variant="bad">{t('bookings:close.submit')}</Btn>
          </div>
        </FormGrid>
      </Form>
    </details>
  )
}

export function Reopen({ window, reply }: { window: WindowView; reply: unknown }) {
  const { t } = useWords()
  const answered = replyTo(reply, { intent: 'open', window: String(window.id) })
  const f = useFormOf<'window'>('reopen', { reply: answered })
  return (
    <Form method="post" className="mt" preventScrollReset {...f.form}>
      {f.formError && <FormError>{f.formError}</FormError>}
      <input type="hidden" name="window" value={window.id} />
      <Btn name="intent" value="open">
        {t('bookings:close.reopen')}
      </Btn>
    </Form>
  )
}
