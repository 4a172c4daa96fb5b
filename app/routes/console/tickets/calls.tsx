import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { takeCall, TakeCallForm } from '#app/domain/tickets/take-call.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader(args: LoaderFunctionArgs) {
  await atTicket(args, 'ticket:register')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:register')
  return submitForm(await args.request.formData(), TakeCallForm, async (form) => {
    await takeCall(ctx, number, form)
    return seeOther(ticketPath(number))
  })
}

/** IN-6: the customer calls again about this; what they say is put on it. */
export default function Calls() {
  const { t } = useWords()
  const { submissionKey } = useTicket()
  const f = useFormOf<'description'>('again', { reply: useActionData<typeof action>() })
  return (
    <ChildPanel
      title={t('tickets:again.title')}
      lede={t('tickets:again.lede')}
      submit={t('tickets:again.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="submissionKey" value={useSubmissionKey(submissionKey, 'again')} />
      <TextAreaDense {...f.field('description')} rows={3} label={t('tickets:call.description')} />
    </ChildPanel>
  )
}
