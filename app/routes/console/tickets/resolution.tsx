import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { solutionFor } from '#app/domain/knowledge/index.server.ts'
import { resolveTicket, ResolveTicketForm } from '#app/domain/tickets/resolve-ticket.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:resolve')
  const answer = new URL(request.url).searchParams.get('answer')
  return { solution: answer === null ? '' : await solutionFor(ctx, params.number!, answer) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:resolve')
  return submitForm(await request.formData(), ResolveTicketForm, async (form) => {
    await resolveTicket(ctx, params.number!, form)
    return seeOther(ticketPath(params.number))
  })
}

/** How it was solved, in words for the customer. */
export default function Resolution() {
  const ticket = useTicket()
  const { t } = useWords()
  const { solution } = useLoaderData<typeof loader>()
  const f = useFormOf<'solution'>('resolution', {
    reply: useActionData<typeof action>(),
    defaults: { solution },
  })
  return (
    <ChildPanel
      title={t('tickets:resolution.title')}
      submit={t('tickets:resolution.submit')}
      formError={f.formError}
      {...f.form}
    >
      <TextAreaDense
        {...f.field('solution')}
        rows={3}
        label={t('tickets:resolution.solution')}
        hint={ticket.email ? t('tickets:resolution.byMail') : t('tickets:resolution.byPage')}
      />
    </ChildPanel>
  )
}
