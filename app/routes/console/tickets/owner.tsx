import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { assignTicket, AssignTicketForm } from '#app/domain/tickets/assign-ticket.server.ts'
import { listOwners } from '#app/domain/tickets/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { SelectDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:triage')
  return { owners: await listOwners(ctx) }
}

/** What the customer may be told of it stands ready to be sent. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:triage')
  return submitForm(await args.request.formData(), AssignTicketForm, async (form) => {
    await assignTicket(ctx, number, form)
    return seeOther(`${ticketPath(number)}/messages?about=owner`)
  })
}

/** IN-9: somebody else has the ticket from now on. */
export default function Owner() {
  const { owners } = useLoaderData<typeof loader>()
  const ticket = useTicket()
  const { t } = useWords()
  const f = useFormOf<'owner'>('owner', { reply: useActionData<typeof action>() })
  return (
    <ChildPanel
      title={t('tickets:another.changeOwner')}
      lede={t('tickets:another.ownerLede')}
      submit={t('tickets:another.changeOwner')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="version" value={usePinnedVersion(ticket.version, f.refusal)} />
      <SelectDense {...f.field('owner')} label={t('tickets:triage.owner')}>
        {owners
          .filter(({ id }) => id !== ticket.ownerId)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {id === ticket.me.id ? t('tickets:triage.ownerMe', { name }) : name}
            </option>
          ))}
      </SelectDense>
    </ChildPanel>
  )
}
