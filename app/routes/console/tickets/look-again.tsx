import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { lookAgain, LookAgainForm } from '#app/domain/tickets/look-again.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Options } from '#app/ui/console/choices.tsx'
import { InputDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { atTicket } from './ticket-context.server.ts'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await atTicket(args, 'ticket:triage')
  return { tomorrow: addDays(dayOf(ctx.now()), 1) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, number } = await atTicket(args, 'ticket:triage')
  return submitForm(await args.request.formData(), LookAgainForm, async (form) => {
    await lookAgain(ctx, number, form)
    return seeOther(ticketPath(number))
  })
}

/** When a ticket comes back to whoever follows up, or that it need not (IN-7). */
export default function LookAgain() {
  const { tomorrow } = useLoaderData<typeof loader>()
  const { followUpAt } = useTicket()
  const { t } = useWords()
  const f = useFormOf<'answered' | 'day' | 'reason'>('look-again', {
    reply: useActionData<typeof action>(),
    defaults: { answered: 'later' },
  })
  const { error, ...answered } = f.field('answered')
  return (
    <ChildPanel
      title={t('queues:lookAgain.title')}
      submit={t('queues:lookAgain.submit')}
      formError={f.formError}
      {...f.form}
    >
      {followUpAt === null ? (
        <input type="hidden" name="answered" value="later" />
      ) : (
        <Options
          id={answered.id}
          name="answered"
          legend={t('queues:lookAgain.answered')}
          error={error}
          wide
          items={(['later', 'done'] as const).map((value) => ({
            value,
            label: t(`queues:lookAgain.${value}`),
            detail: value === 'done' ? t('queues:lookAgain.doneHint') : undefined,
            defaultChecked: answered.defaultValue === value,
          }))}
        />
      )}
      <InputDense
        {...f.field('day')}
        type="date"
        min={tomorrow}
        label={t('queues:lookAgain.day')}
        hint={t('queues:lookAgain.hint')}
      />
      <InputDense {...f.field('reason')} label={t('queues:lookAgain.reason')} maxLength={500} />
    </ChildPanel>
  )
}
