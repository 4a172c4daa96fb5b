import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { AnswerHandoverForm } from '#app/domain/desk/handover-form.ts'
import { answerHandover } from '#app/domain/desk/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'ticket:triage')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:triage')
  return submitForm(await args.request.formData(), AnswerHandoverForm, async (form) => {
    await answerHandover(ctx, number, form)
    return seeOther(ticketPath(number))
  })
}

/** Declining asks for a reason; taking it is one button on the ticket's page. */
export default function DeclineHandover() {
  const ticket = useTicket()
  const { t } = useWords()
  const f = useFormOf<'reason'>('decline', { reply: useActionData<typeof action>() })
  const by = ticket.desk.handover?.by ?? t('tickets:talk.someone')
  return (
    <ChildPanel
      title={t('desk:handover.declineTitle')}
      submit={t('desk:handover.declineSubmit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="answer" value="decline" />
      <TextAreaDense
        {...f.field('reason')}
        rows={2}
        label={t('desk:handover.reason')}
        hint={t('desk:handover.reasonHint', { by })}
      />
    </ChildPanel>
  )
}
