import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useSearchParams } from '@remix-run/react'
import { mergeTicket, MergeTicketForm } from '#app/domain/tickets/merge-ticket.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { Options } from '#app/ui/console/choices.tsx'
import { InputDense } from '#app/ui/console/fields.tsx'
import { Status, ticketStatusLook } from '#app/ui/console/status.tsx'
import { ChildPanel } from './child-panel.tsx'
import { sameProduct } from './same-product.ts'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader(args: LoaderFunctionArgs) {
  await atTicket(args, 'ticket:merge')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:merge')
  const form = await args.request.formData()
  // One of those that were offered, or the number that was typed.
  const choice = form.get('choice')
  if (typeof choice === 'string' && choice !== '') form.set('into', choice)
  return submitForm(form, MergeTicketForm, async (value) => {
    await mergeTicket(ctx, number, value)
    return seeOther(ticketPath(value.into))
  })
}

/** IN-6: this ticket is another one. */
export default function Merge() {
  const ticket = useTicket()
  const { t } = useWords()
  const [params] = useSearchParams()
  const asked = params.get('into')
  const likely = ticket.others.find((other) => sameProduct(other.product, ticket.product))
  const f = useFormOf<'choice' | 'into'>('merge', {
    reply: useActionData<typeof action>(),
    defaults: { choice: asked ?? likely?.number ?? '', into: '' },
  })
  const version = usePinnedVersion(ticket.version, f.refusal)
  const chosen = f.field('choice').defaultValue ?? ''
  return (
    <ChildPanel
      title={t('tickets:merge.title')}
      lede={t('tickets:merge.lede')}
      submit={t('tickets:merge.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      {ticket.others.length > 0 && (
        <Options
          id="merge-choice"
          name="choice"
          wide
          legend={t('tickets:merge.choose')}
          items={[
            ...ticket.others.map((other) => ({
              value: other.number,
              label: `${other.number} ${other.title}`,
              detail: other.product,
              right: (
                <Status {...ticketStatusLook[other.status]}>
                  {t(`words:ticketStatus.${other.status}`)}
                </Status>
              ),
              defaultChecked: other.number === chosen,
            })),
            { value: '', label: t('tickets:merge.another'), defaultChecked: chosen === '' },
          ]}
        />
      )}
      <InputDense
        {...f.field('into')}
        label={t('tickets:merge.other')}
        hint={ticket.others.length > 0 ? t('tickets:merge.otherHint') : undefined}
        autoComplete="off"
        maxLength={40}
      />
    </ChildPanel>
  )
}
