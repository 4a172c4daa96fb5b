import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { tagsInUse, tagTicket, TagTicketForm } from '#app/domain/tickets/tag-ticket.server.ts'
import { tagsInWords } from '#app/domain/tickets/ticket-tags.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await atTicket(args, 'ticket:note')
  return tagsInUse(ctx)
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:note')
  return submitForm(await args.request.formData(), TagTicketForm, async (form) => {
    await tagTicket(ctx, number, form)
    return seeOther(ticketPath(number))
  })
}

/** By which words of their own colleagues find a ticket again. */
export default function Tags() {
  const used = useLoaderData<typeof loader>()
  const ticket = useTicket()
  const { t } = useWords()
  const f = useFormOf<'tags'>('tags', {
    reply: useActionData<typeof action>(),
    defaults: { tags: tagsInWords(ticket.tags) },
  })
  const version = usePinnedVersion(ticket.version, f.refusal)
  return (
    <ChildPanel
      title={t('queues:tags.title')}
      submit={t('queues:tags.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      <InputDense
        {...f.field('tags')}
        label={t('queues:tags.label')}
        hint={t('queues:tags.hint')}
        list="tags-in-use"
        autoComplete="off"
        maxLength={400}
      />
      <datalist id="tags-in-use">
        {used.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </ChildPanel>
  )
}
