import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Outlet, useLoaderData } from '@remix-run/react'
import { readMessage } from '#app/domain/messages/read-message.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { mailProviderSet } from '#app/platform/mail.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { MessageFacts } from './message-facts.tsx'
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
  const { t, format } = useWords()
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
              {t(message.held ? 'admin:messages.sendNow' : 'admin:messages.retry')}
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
        {message.held && (
          <Section label={t('words:messageStatus.held')}>
            <Warn icon="s-pause">
              {t('admin:messages.heldLong', { at: format.moment(message.held) })}
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
        <MessageFacts message={message} />
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
