import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMails } from '#app/domain/inbox/list-mails.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { inboundMailSet } from '#app/platform/inbound-mail.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { placeAfter } from '#app/routes/place-after.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Ago, EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { ListPages } from '../../lists/list-pages.tsx'
import { mailLook, mailPath } from './mail-look.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'mail:review')
  const search = new URL(request.url).searchParams
  const show = search.get('show') === 'all' ? 'all' : 'review'
  const after = placeAfter(search.get('after'))
  const { mails, next } = await listMails(ctx, { show, after })
  const t = translate(ctx.locale)
  const page = show === 'all' ? `${mailPath()}?show=all&` : `${mailPath()}?`
  return {
    title: `${t('mailbox:title')} – ${t('brand')}`,
    show,
    mails,
    setUp: inboundMailSet(),
    maySetUp: ctx.actor.roles.includes('admin'),
    next: next && `${page}after=${encodeURIComponent(next)}`,
    first: after && page.slice(0, -1),
  }
}

/** Mails that wait for somebody to say where they belong; on request all that came in. */
export default function MailList() {
  const { t } = useWords()
  const { show, mails, setUp, maySetUp, next, first } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('mailbox:title')} sub={t('mailbox:sub')}>
        {show === 'all' ? (
          <BtnLink href={mailPath()}>{t('mailbox:showReview')}</BtnLink>
        ) : (
          <BtnLink href={`${mailPath()}?show=all`}>{t('mailbox:showAll')}</BtnLink>
        )}
      </PageHead>
      <div className="paper">
        {!setUp && (
          <Section label={t('mailbox:notSetUp')}>
            <Warn icon="alert">
              <b>{t('mailbox:notSetUp')}</b>{' '}
              {t(maySetUp ? 'mailbox:notSetUpHow' : 'mailbox:notSetUpAsk')}
            </Warn>
          </Section>
        )}
        {mails.length === 0 ? (
          <EmptyState title={t(show === 'all' ? 'mailbox:noneEver' : 'mailbox:none')}>
            {t('mailbox:noneHint')}
          </EmptyState>
        ) : (
          <Section>
            <MailTable mails={mails} />
          </Section>
        )}
        <ListPages first={first} next={next} />
      </div>
    </>
  )
}

type Mail = ReturnType<typeof useLoaderData<typeof loader>>['mails'][number]

function MailTable({ mails }: { mails: Mail[] }) {
  const { t, format } = useWords()
  return (
    <Table
      lines
      label={t('mailbox:title')}
      head={[
        { label: t('mailbox:subject') },
        { label: t('mailbox:from') },
        { label: t('mailbox:why') },
        { label: t('mailbox:at'), num: true },
      ]}
    >
      {mails.map((mail) => (
        <tr key={mail.id}>
          <th scope="row">
            <TextLink href={mailPath(mail.id)}>{mail.subject || t('mailbox:noSubject')}</TextLink>
            {mail.excerpt && <div className="muted xs">{mail.excerpt}</div>}
          </th>
          <td>
            {mail.name && <div>{mail.name}</div>}
            <span className="muted xs">{mail.from}</span>
          </td>
          <td>
            <Status {...mailLook[mail.status]}>
              {mail.status === 'review' && mail.reason
                ? t(`mailbox:reason.${mail.reason}`)
                : t(`mailbox:status.${mail.status}`)}
            </Status>
            {mail.ticket && (mail.status === 'landed' || mail.status === 'review') && (
              <div className="xs">
                <TextLink href={`/console/tickets/${mail.ticket}`}>{mail.ticket}</TextLink>
              </div>
            )}
            {mail.decidedBy && <div className="muted xs">{mail.decidedBy}</div>}
          </td>
          <td className="num">
            <Ago iso={mail.receivedAt} exact={format.moment(mail.receivedAt)}>
              {format.distance(mail.receivedAt)}
            </Ago>
          </td>
        </tr>
      ))}
    </Table>
  )
}
