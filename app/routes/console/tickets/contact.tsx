import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import {
  recordFirstContact,
  RecordFirstContactForm,
} from '#app/domain/tickets/record-first-contact.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { Options } from '#app/ui/console/choices.tsx'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { ChildPanel } from './child-panel.tsx'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'ticket:triage')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:triage')
  return submitForm(await request.formData(), RecordFirstContactForm, async (form) => {
    await recordFirstContact(ctx, params.number!, form)
    const path = ticketPath(params.number)
    return seeOther(form.outcome === 'solved' ? `${path}/resolution` : path)
  })
}

/** “I called the customer” (IN-2). */
export default function Contact() {
  const ticket = useTicket()
  const { t } = useWords()
  const f = useFormOf<'outcome' | 'words'>('contact', { reply: useActionData<typeof action>() })
  const outcome = f.field('outcome')
  const submissionKey = useSubmissionKey(ticket.submissionKey, 'contact')
  return (
    <ChildPanel
      title={t('tickets:contact.title')}
      submit={t('tickets:contact.submit')}
      formError={f.formError}
      {...f.form}
    >
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <Options
        id={outcome.id}
        name={outcome.name}
        error={outcome.error}
        legend={t('tickets:contact.outcome')}
        items={(['reached', 'solved', 'no_answer'] as const).map((value) => ({
          value,
          label: t(`tickets:contact.${value}`),
          detail: value === 'solved' ? t('tickets:contact.solvedHint') : undefined,
          defaultChecked: (outcome.defaultValue ?? 'reached') === value,
        }))}
      />
      <TextAreaDense
        {...f.field('words')}
        rows={3}
        label={t('tickets:contact.words')}
        hint={t('tickets:contact.wordsHint')}
      />
    </ChildPanel>
  )
}
