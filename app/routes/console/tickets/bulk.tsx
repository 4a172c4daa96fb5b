import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { BulkForm, bulkTickets } from '#app/domain/tickets/bulk-tickets.server.ts'
import { listOwners } from '#app/domain/tickets/list-owners.server.ts'
import { tagsInUse } from '#app/domain/tickets/tag-ticket.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { DomainError } from '#app/platform/errors.ts'
import { ownPath } from '#app/platform/http.server.ts'
import { may } from '#app/platform/permissions.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { type BulkField, BulkFields } from './bulk-fields.tsx'
import { BulkTold } from './bulk-told.tsx'

const queue = '/console/tickets'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:note')
  const [owners, tags] = await Promise.all([listOwners(ctx), tagsInUse(ctx)])
  const t = translate(ctx.locale)
  return {
    title: t('queues:bulk.title'),
    brand: t('brand'),
    lists: {
      owners: owners.map(({ id, name }) => ({ value: id, label: name })),
      tags: tags.map((tag) => ({ value: tag, label: tag })),
      me: ctx.actor.id,
      tomorrow: addDays(dayOf(ctx.now()), 1),
      mayAssign: may(ctx.actor, 'ticket:triage'),
    },
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:note')
  const form = await request.formData()
  const sent = {
    back: ownPath(form.get('back'), queue),
    tickets: form.getAll('ticket').map(String),
  }
  const submission = parseWithZod(form, { schema: BulkForm })
  if (submission.status !== 'success') {
    return data({ ...sent, lastResult: submission.reply(), refusal: null }, 422)
  }
  try {
    const result = await bulkTickets(ctx, submission.value)
    const failed = result.failed.map(({ number, refusal, values }) => ({
      number,
      why: translate(ctx.locale)(`refusals:${refusal}` as 'refusals:notFound', values),
    }))
    return data({ ...sent, result: { ...result, failed } })
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    const lastResult = submission.reply({ fieldErrors: { until: [`refusals:${error.code}`] } })
    return data({ ...sent, lastResult, refusal: null }, 422)
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} – ${data?.brand}` },
]

/** Where a browser without script is told how it went, or what is still wrong. */
export default function Bulk() {
  const { title, lists } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useWords()
  const f = useFormOf<BulkField>('bulk', { reply, defaults: { owner: lists.me } })
  const back = reply?.back ?? queue
  const tickets = reply?.tickets ?? []
  return (
    <>
      <PageHead title={title}>
        <TextLink href={back}>{t('queues:bulk.back')}</TextLink>
      </PageHead>
      {reply && 'result' in reply ? (
        <BulkTold
          result={reply.result}
          owners={lists.owners}
          undo={(undo) => (
            <Form method="post">
              <input type="hidden" name="back" value={back} />
              <input type="hidden" name="undo" value={undo} />
              <Btn size="in" variant="quiet" icon="undo" name="do" value="undo">
                {t('queues:bulk.undo')}
              </Btn>
            </Form>
          )}
        />
      ) : tickets.length > 0 ? (
        <Form className="bulk" method="post" aria-label={title} {...f.form}>
          <input type="hidden" name="back" value={back} />
          {tickets.map((ticket) => (
            <input key={ticket} type="hidden" name="ticket" value={ticket} />
          ))}
          <span>{t('queues:marked', { count: tickets.length })}</span>
          <BulkFields f={f} lists={lists} />
          {f.formError && <FormError>{f.formError}</FormError>}
        </Form>
      ) : (
        <EmptyState title={t('queues:bulk.none')}>
          <TextLink href={back}>{t('queues:bulk.back')}</TextLink>
        </EmptyState>
      )}
    </>
  )
}
