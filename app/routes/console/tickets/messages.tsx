import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeFiles } from '#app/domain/tickets/attach-files.server.ts'
import { findTicket, namesOf } from '#app/domain/tickets/index.server.ts'
import { phrasesForTicket } from '#app/domain/phrases/phrases-for-ticket.server.ts'
import { writeMessage, WriteMessageForm } from '#app/domain/tickets/write-message.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { CheckDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { FilesField } from './files-field.tsx'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath, useTicket } from './use-ticket.ts'

/** With `?phrase=` it begins with that one, with `?about=owner` with who has the ticket now. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:message')
  const { searchParams } = new URL(args.request.url)
  if (searchParams.get('about') === 'owner') return { body: await ownerToTell(ctx, number) }
  const asked = Number(searchParams.get('phrase'))
  if (!asked) return { body: null }
  const phrases = await phrasesForTicket(ctx, number)
  return { body: phrases.find(({ id }) => id === asked)?.body ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:message')
  const { form, files } = await readForm(args.request)
  return submitForm(form, WriteMessageForm, async (message) => {
    await writeMessage(ctx, number, message, await takeFiles(files))
    return seeOther(ticketPath(number))
  })
}

/** In the customer's language; nothing when nobody has it. */
async function ownerToTell(ctx: Ctx<StaffActor>, number: string): Promise<string | null> {
  const ticket = await findTicket(ctx, number)
  if (ticket.ownerId === null) return null
  const name = (await namesOf(ctx, [ticket.ownerId])).get(ticket.ownerId)
  return name ? translate(ticket.locale)('tickets:another.toCustomer', { name }) : null
}

/** What the composer sends, as a page of its own where no script runs. */
export default function Messages() {
  const ticket = useTicket()
  const { t, format } = useWords()
  const { body } = useLoaderData<typeof loader>()
  const f = useFormOf<'body'>('message', {
    reply: useActionData<typeof action>(),
    defaults: { body },
  })
  const submissionKey = useSubmissionKey(ticket.submissionKey, 'messages')
  return (
    <ChildPanel
      title={t('tickets:message.title')}
      submit={t('tickets:composer.messageSend', { name: ticket.name })}
      formError={f.formError}
      lede={
        <>
          {ticket.quietUntil && (
            <>{t('tickets:composer.quiet', { at: format.moment(ticket.quietUntil) })} </>
          )}
          <TextLink href={`${ticketPath(ticket.number)}/phrases`}>
            {t('desk:phrases.pick')}
          </TextLink>
        </>
      }
      encType="multipart/form-data"
      {...f.form}
    >
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <TextAreaDense {...f.field('body')} rows={4} label={t('tickets:message.body')} />
      <FilesField id="message-files" />
      {ticket.quietUntil && <CheckDense name="now" label={t('tickets:composer.sendNow')} />}
    </ChildPanel>
  )
}
