import { Form } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { InputDense } from '#app/ui/console/fields.tsx'
import type { CallView } from './call-view.server.ts'

const action = (call: CallView) => `/console/follow-ups/${call.id}/attempts`

export function NoAnswer({ call }: { call: CallView }) {
  const { t } = useWords()
  return (
    <Form method="post" action={action(call)}>
      <input type="hidden" name="attempt" value={call.attempt} />
      <input type="hidden" name="outcome" value="no_answer" />
      <Btn size="lg">{t('followUps:noAnswer')}</Btn>
    </Form>
  )
}

/** Opened in place: when the customer would rather be called. */
export function CallBack({ call }: { call: CallView }) {
  const { t } = useWords()
  return (
    <details className="call-back">
      <summary className="btn btn-lg">{t('followUps:callBack')}</summary>
      <Form method="post" action={action(call)} className="form form-2">
        <input type="hidden" name="attempt" value={call.attempt} />
        <input type="hidden" name="outcome" value="call_back" />
        <InputDense
          id="back-day"
          name="day"
          type="date"
          label={t('followUps:callBackDay')}
          required
        />
        <InputDense
          id="back-time"
          name="time"
          type="time"
          label={t('followUps:callBackTime')}
          required
        />
        <InputDense
          id="back-note"
          name="note"
          label={t('followUps:note')}
          maxLength={300}
          autoComplete="off"
          wide
        />
        <Btn>{t('followUps:callBackSave')}</Btn>
      </Form>
    </details>
  )
}
