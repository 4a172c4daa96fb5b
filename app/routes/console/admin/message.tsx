import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Outlet, useLoaderData } from '@remix-run/react'
import { readMessage } from '#app/domain/messages/read-message.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { mailProviderSet } from '#app/platform/mail.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Facts, Section, Warn } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { lookOf, standingOf } from './message-look.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'message-log:read')
  const message = await readMessage(ctx, params.id!)
  const t = translate(ctx.locale)
  const heading = message.subject ?? t(`words:template.${message.template}`)
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    message,
    mails: mailProviderSet(),
    queued: new URL(request.url).searchParams.has('queued'),
  }
}

export default function MessagePage() {
  const { t } = useWords()
  const { heading, message, queued, mails } = useLoaderData<typeof loader>()
  const standing = standingOf(message)
  const canRetry = standing !== 'sent' && standing !== 'withdrawn' && standing !== 'unreached'
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('admin:messages.title')}
            items={[{ href: '/console/admin/messages', label: t('admin:messages.title') }]}
          />
        }
        title={heading}
      >
        <Status {...lookOf(message)}>{t(`words:messageStatus.${standing}`)}</Status>
        {canRetry && (
          <Form method="post" action={`/console/admin/messages/${message.id}/retry`}>
            <Btn icon="swap" disabled={!mails} aria-describedby={mails ? undefined : 'no-mails'}>
              {t('admin:messages.retry')}
            </Btn>
            {!mails && (
              <span className="muted xs" id="no-mails">
                {t('admin:messages.retryNot')}
              </span>
            )}
          </Form>
        )}
      </PageHead>
      <div className="paper">
        <Outlet />
        {queued && (
          <Section label={t('admin:messages.retry')}>
            <Warn tone="good" icon="s-ok">
              {t('admin:messages.queued')}
            </Warn>
          </Section>
        )}
        {standing === 'no_provider' && (
          <Section label={t('words:messageStatus.no_provider')}>
            <Warn icon="alert">{t('admin:messages.noProvider')}</Warn>
          </Section>
        )}
        {standing === 'unreached' && (
          <Section label={t('words:messageStatus.unreached')}>
            <Warn icon="call">{t('admin:messages.unreached')}</Warn>
          </Section>
        )}
        {standing === 'withdrawn' && (
          <Section label={t('words:messageStatus.withdrawn')}>
            <Warn icon="s-cancel">{t('admin:messages.withdrawn')}</Warn>
          </Section>
        )}
        <MessageFacts />
        <Section title={t('admin:messages.text')}>
          {message.text === null ? (
            <p className="muted">{t('admin:messages.notWrittenLong')}</p>
          ) : (
            <>
              <p className="muted xs">
                {t(
                  message.status === 'sent'
                    ? 'admin:messages.linksHidden'
                    : 'admin:messages.privateLinks',
                )}
              </p>
              <pre className="mail-text" lang={message.locale}>
                {message.text}
              </pre>
            </>
          )}
        </Section>
      </div>
    </>
  )
}

function MessageFacts() {
  const { t, format } = useWords()
  const { message } = useLoaderData<typeof loader>()
  return (
    <Section title={t('admin:messages.facts')}>
      <Facts
        items={[
          { term: t('admin:messages.to'), children: message.recipient },
          {
            term: t('admin:messages.template'),
            children: t(`words:template.${message.template}`),
          },
          {
            term: t('admin:messages.language'),
            children: t(`account:account.languages.${message.locale}`),
          },
          ...(message.ticketNumber
            ? [
                {
                  term: t('admin:messages.about'),
                  children: (
                    <TextLink href={`/console/tickets/${message.ticketNumber}`}>
                      {message.ticketNumber}
                    </TextLink>
                  ),
                },
              ]
            : []),
          { term: t('admin:messages.createdAt'), children: format.moment(message.createdAt) },
          ...(message.sentAt
            ? [{ term: t('admin:messages.sentAt'), children: format.moment(message.sentAt) }]
            : []),
          { term: t('admin:messages.attempts'), children: message.attempts },
          ...(message.error ? [{ term: t('admin:messages.error'), children: message.error }] : []),
        ]}
      />
    </Section>
  )
}
