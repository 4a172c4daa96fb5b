import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMessages } from '#app/domain/messages/list-messages.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { emailTemplates, messageStatuses } from '#db/vocabulary/messages.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterSelect } from '#app/ui/console/filters.tsx'
import { Ago, EmptyState, PageHead, Pager } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { oneOf, withSearch } from './filters.ts'
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
      <FilterBar label={t('admin:filter')} key={JSON.stringify(filter)}>
        <FilterSelect
          label={t('admin:messages.status')}
          name="status"
          defaultValue={filter.status ?? ''}
        >
          <option value="">{t('admin:all')}</option>
          {messageStatuses.map((status) => (
            <option key={status} value={status}>
              {t(`words:messageStatus.${status}`)}
            </option>
          ))}
        </FilterSelect>
        <FilterSelect
          label={t('admin:messages.template')}
          name="template"
          defaultValue={filter.template ?? ''}
        >
          <option value="">{t('admin:all')}</option>
          {emailTemplates.map((template) => (
            <option key={template} value={template}>
              {t(`words:template.${template}`)}
            </option>
          ))}
        </FilterSelect>
        <Btn>{t('admin:apply')}</Btn>
        {(filter.status ?? filter.template) && (
          <TextLink href={path}>{t('admin:people.clear')}</TextLink>
        )}
      </FilterBar>
      <div className="paper">
        {messages.length === 0 ? (
          <EmptyState title={t('admin:messages.empty')}>{t('admin:messages.emptyHint')}</EmptyState>
        ) : (
          <Section>
            <MessageTable messages={messages} />
          </Section>
        )}
        {(next ?? first) && (
          <Pager
            label={t('admin:pages')}
            prev={first ? { href: first, label: t('admin:newer') } : undefined}
            next={next ? { href: next, label: t('admin:older') } : undefined}
          />
        )}
      </div>
    </>
  )
}

type Message = ReturnType<typeof useLoaderData<typeof loader>>['messages'][number]

function MessageTable({ messages }: { messages: Message[] }) {
  const { t, format } = useWords()
  return (
    <Table
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
