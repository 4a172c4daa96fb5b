import { Form } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError, InputDense } from '#app/ui/console/fields.tsx'
import { callPath, useKind } from './call-paths.ts'
import type { CallView } from './call-view.server.ts'
import { useSaving } from './saving.ts'

const useAction = (call: CallView) => callPath(call.id, useKind(), '/attempts')

export function NoAnswer({ call }: { call: CallView }) {
  const { t } = useWords()
  return (
    <Form method="post" action={useAction(call)}>
      <input type="hidden" name="attempt" value={call.attempt} />
      <input type="hidden" name="outcome" value="no_answer" />
      <Btn size="lg" disabled={useSaving()}>
        {t('followUps:noAnswer')}
      </Btn>
    </Form>
  )
}

/** Opened in place: when the customer would rather be called. What is wrong keeps it open. */
export function CallBack({ call, reply }: { call: CallView; reply?: unknown }) {
  const { t } = useWords()
  const saving = useSaving()
  const f = useFormOf<'day' | 'time' | 'note'>('back', { reply, defaults: call.callBackAt })
  return (
    <details className="call-back" open={reply !== undefined}>
      <summary className="btn btn-lg">{t('followUps:callBack')}</summary>
      <Form method="post" action={useAction(call)} className="form form-2" {...f.form}>
        {f.formError && (
          <div className="wide">
            <FormError>{f.formError}</FormError>
          </div>
        )}
        <input type="hidden" name="attempt" value={call.attempt} />
        <input type="hidden" name="outcome" value="call_back" />
        <InputDense
          {...f.field('day')}
          type="date"
          label={t('followUps:callBackDay')}
          disabled={saving}
        />
        <InputDense
          {...f.field('time')}
          type="time"
          label={t('followUps:callBackTime')}
          disabled={saving}
        />
        <InputDense
          {...f.field('note')}
          label={t('followUps:note')}
          maxLength={300}
          autoComplete="off"
          wide
          disabled={saving}
        />
        <Btn disabled={saving}>{t(saving ? 'followUps:saving' : 'followUps:callBackSave')}</Btn>
      </Form>
    </details>
  )
}
