import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { HandOverForm } from '#app/domain/desk/handover-form.ts'
import { handOver } from '#app/domain/desk/index.server.ts'
import { listOwners } from '#app/domain/tickets/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { SelectDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:triage')
  return { owners: (await listOwners(ctx)).filter(({ id }) => id !== ctx.actor.id) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:triage')
  return submitForm(await args.request.formData(), HandOverForm, async (form) => {
    await handOver(ctx, number, form)
    return seeOther(ticketPath(number))
  })
}

/** IN-9: passed on with a word, to be taken or declined. */
export default function Handover() {
  const { owners } = useLoaderData<typeof loader>()
  const ticket = useTicket()
  const { t } = useWords()
  const f = useFormOf<'to' | 'note'>('handover', { reply: useActionData<typeof action>() })
  return (
    <ChildPanel
      title={t('desk:handover.title')}
      lede={t('desk:handover.lede')}
      submit={t('desk:handover.submit')}
      formError={f.formError}
      {...f.form}
    >
      <SelectDense {...f.field('to')} label={t('desk:handover.to')}>
        <option value="">{t('desk:handover.choose')}</option>
        {owners.map(({ id, name }) => (
          <option key={id} value={id}>
            {id === ticket.ownerId ? t('desk:handover.has', { name }) : name}
          </option>
        ))}
      </SelectDense>
      <TextAreaDense
        {...f.field('note')}
        rows={3}
        label={t('desk:handover.note')}
        hint={t('desk:handover.noteHint')}
      />
    </ChildPanel>
  )
}
