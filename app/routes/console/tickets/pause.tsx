import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pauseTicket, PauseTicketForm } from '#app/domain/tickets/pause-ticket.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { InputDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { ticketPath } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:triage')
  return { tomorrow: addDays(dayOf(ctx.now()), 1) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:triage')
  return submitForm(await request.formData(), PauseTicketForm, async (form) => {
    await pauseTicket(ctx, params.number!, form)
    return seeOther(ticketPath(params.number))
  })
}

/** Put aside, with a reason and a day to look again (IN-7). */
export default function Pause() {
  const { tomorrow } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const f = useFormOf<'reason' | 'until'>('pause', { reply: useActionData<typeof action>() })
  return (
    <ChildPanel
      title={t('tickets:pause.title')}
      submit={t('tickets:pause.submit')}
      formError={f.formError}
      {...f.form}
    >
      <TextAreaDense {...f.field('reason')} rows={2} label={t('tickets:pause.reason')} />
      <InputDense
        {...f.field('until')}
        type="date"
        min={tomorrow}
        label={t('tickets:pause.until')}
        hint={t('tickets:pause.hint')}
      />
    </ChildPanel>
  )
}
