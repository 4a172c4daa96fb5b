import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMessages } from '#app/domain/messages/list-messages.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { emailTemplates, messageStatuses } from '#db/vocabulary/messages.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Ago, EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { oneOf, withSearch } from '../lists/list-address.ts'
import { ListChoice, ListFilters } from '../lists/list-filters.tsx'
import { ListPages } from '../lists/list-pages.tsx'
import { lookOf, standingOf } from './message-look.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const path = '/console/admin/messages'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'message-log:read')
  const search = new URL(request.url).searchParams
  const filter = {
    status: oneOf(messageStatuses, search.get('status')),
    template: oneOf(emailTemplates, search.get('template')),
  }
  const after = place(search.get('after'))
  const { messages, next } = await listMessages(ctx, { ...filter, after })
  const t = translate(ctx.locale)
  return {
    title: `${t('admin:messages.title')} – ${t('brand')}`,
    filter,
    messages,
    next: next && withSearch(path, filter, { after: next }),
    first: after && withSearch(path, filter),
  }
}

/** Where a page begins: the instant and the key of the row before it. */
function place(given: string | null): [Date, string] | null {
  const [instant, key] = given?.split(',') ?? []
  const at = new Date(instant ?? '')
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(key ?? '')) return null
  return [at, key ?? '']
}

export default function Messages() {
  const { t } = useWords()
  const { messages, filter, next, first } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('admin:messages.title')} />
      <ListFilters label={t('admin:filter')} path={path} search={filter}>
        <ListChoice
          label={t('admin:messages.status')}
          name="status"
          chosen={filter.status}
          options={messageStatuses.map((status) => ({
            value: status,
            label: t(`words:messageStatus.${status}`),
          }))}
        />
        <ListChoice
          label={t('admin:messages.template')}
          name="template"
          chosen={filter.template}
          options={emailTemplates.map((template) => ({
            value: template,
            label: t(`words:template.${template}`),
          }))}
        />
      </ListFilters>
      <div className="paper">
        {messages.length === 0 ? (
          <EmptyState title={t('admin:messages.empty')}>{t('admin:messages.emptyHint')}</EmptyState>
        ) : (
          <Section>
            <MessageTable messages={messages} />
          </Section>
        )}
        <ListPages byTime first={first} next={next} />
      </div>
    </>
  )
}

type Message = ReturnType<typeof useLoaderData<typeof loader>>['messages'][number]

function MessageTable({ messages }: { messages: Message[] }) {
  const { t, format } = useWords()
  return (
    <Table
      lines
      label={t('admin:messages.title')}
      head={[
        { label: t('admin:messages.subject') },
        { label: t('admin:messages.status') },
        { label: t('admin:messages.about') },
        { label: t('admin:messages.at'), num: true },
      ]}
    >
      {messages.map((message) => (
        <tr key={message.id}>
          <th scope="row">
            <TextLink href={`${path}/${message.id}`}>
              {message.subject ?? t(`words:template.${message.template}`)}
            </TextLink>
            <div className="muted xs">{message.recipient}</div>
          </th>
          <td>
            <Status {...lookOf(message)}>{t(`words:messageStatus.${standingOf(message)}`)}</Status>
            {message.held && (
              <div className="muted xs">
                {t('admin:messages.heldUntil', { at: format.moment(message.held) })}
              </div>
            )}
          </td>
          <td className="nowrap">
            {message.ticketNumber && (
              <TextLink href={`/console/tickets/${message.ticketNumber}`}>
                {message.ticketNumber}
              </TextLink>
            )}
          </td>
          <td className="num">
            <Ago iso={message.createdAt} exact={format.moment(message.createdAt)}>
              {format.distance(message.createdAt)}
            </Ago>
          </td>
        </tr>
      ))}
    </Table>
  )
}
