import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { listOwners } from '#app/domain/tickets/list-owners.server.ts'
import { triageTicket, TriageTicketForm } from '#app/domain/tickets/triage-ticket.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf, usePinnedVersion, useSubmissionKey } from '#app/routes/form.ts'
import { Seg } from '#app/ui/console/choices.tsx'
import { SelectDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { severities } from '#db/vocabulary/tickets.ts'
import { ChildPanel } from './child-panel.tsx'
import { CategoryField, KindField } from './matter-fields.tsx'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:triage')
  return { owners: await listOwners(ctx) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:triage')
  return submitForm(await request.formData(), TriageTicketForm, async (form) => {
    await triageTicket(ctx, params.number!, form)
    return seeOther(ticketPath(params.number))
  })
}

type Field = 'kind' | 'severity' | 'category' | 'owner' | 'note' | 'message'

/** Kind, severity, category, owner, a note and a message in one go. */
export default function Triage() {
  const { owners } = useLoaderData<typeof loader>()
  const { showAnswersTo, ...ticket } = useTicket()
  useEffect(() => () => showAnswersTo(null), [showAnswersTo])
  const { t } = useWords()
  const f = useFormOf<Field>('triage', {
    reply: useActionData<typeof action>(),
    defaults: {
      kind: ticket.kind,
      severity: ticket.severity,
      category: ticket.category,
      owner: ticket.ownerId ?? (ticket.toAssess ? ticket.me.id : ''),
    },
  })
  const version = usePinnedVersion(ticket.version, f.refusal)
  const submissionKey = useSubmissionKey(ticket.submissionKey, 'triage')
  const changed = f.refusal === 'ticketChanged'
  return (
    <ChildPanel
      two
      title={ticket.toAssess ? t('tickets:triage.title') : t('tickets:triage.titleAgain')}
      submit={t('tickets:triage.submit')}
      formError={
        f.formError && (
          <>
            {f.formError} {changed && t('tickets:form.changed')}
          </>
        )
      }
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <Seg
        {...f.field('severity')}
        wide
        legend={t('tickets:triage.severity')}
        hint={t('tickets:triage.urgent')}
        options={severities.map((value) => ({
          value: String(value),
          label: `${value} ${t(`words:severityMeaning.${value}`)}`,
        }))}
      />
      <KindField {...f.field('kind')} label={t('tickets:triage.kind')} />
      <CategoryField
        {...f.field('category')}
        kept={ticket.category}
        onChange={(event) => showAnswersTo(event.currentTarget.value)}
        label={t('tickets:triage.category')}
      />
      <SelectDense {...f.field('owner')} label={t('tickets:triage.owner')}>
        <option value="">{t('tickets:triage.ownerNobody')}</option>
        {owners.map(({ id, name }) => (
          <option key={id} value={id}>
            {id === ticket.me.id ? t('tickets:triage.ownerMe', { name }) : name}
          </option>
        ))}
      </SelectDense>
      <TextAreaDense
        {...f.field('note')}
        wide
        rows={2}
        label={t('tickets:triage.note')}
        hint={t('tickets:triage.noteHint')}
      />
      <TextAreaDense
        {...f.field('message')}
        wide
        rows={2}
        label={t('tickets:triage.message')}
        hint={ticket.email ? t('tickets:triage.messageByMail') : t('tickets:triage.messageByPage')}
      />
    </ChildPanel>
  )
}
