import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useMatches, useOutlet } from '@remix-run/react'
import { readMail } from '#app/domain/inbox/read-mail.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn, BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Facts, Section, Warn } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { TalkFiles } from '../talk-parts.tsx'
import { mailLook, mailPath } from './mail-look.ts'
import { PlaceForm } from './place-form.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'mail:review')
  const mail = await readMail(ctx, params.id ?? '')
  const t = translate(ctx.locale)
  const heading = mail.subject || t('mailbox:noSubject')
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    mail,
  }
}
export type MailPage = ReturnType<typeof useLoaderData<typeof loader>>

/** One mail: what it says, why nobody put it anywhere, and where it might belong. */
export default function MailPage() {
  const { t, format } = useWords()
  const page = useLoaderData<typeof loader>()
  const { heading, mail } = page
  const outlet = useOutlet(page)
  const child = useMatches().at(-1)?.pathname.split('/').at(-1)
  const inPlace = child === 'placement' || child === 'ticket'
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('mailbox:title')}
            items={[{ href: mailPath(), label: t('mailbox:title') }]}
          />
        }
        title={heading}
      >
        <Status {...mailLook[mail.status]}>{t(`mailbox:status.${mail.status}`)}</Status>
      </PageHead>
      <div className="paper">
        {!inPlace && outlet}
        <Standing page={page} />
        <Section title={t('mailbox:says')}>
          {mail.text === null ? (
            <p className="muted">{t('mailbox:notRead')}</p>
          ) : (
            <pre className="mail-text">{mail.reply || mail.text}</pre>
          )}
          {mail.text !== null && mail.files.length === 0 && (
            <p className="muted xs">{t('mailbox:noFiles')}</p>
          )}
          {mail.files.length > 0 && (
            <div className="msg-files">
              <TalkFiles
                files={mail.files.map(({ id, name, contentType }) => ({
                  id,
                  name,
                  picture: contentType !== 'application/pdf',
                }))}
              />
            </div>
          )}
          {mail.text && mail.reply && mail.text.trim() !== mail.reply.trim() && (
            <details>
              <summary>{t('mailbox:whole')}</summary>
              <pre className="mail-text">{mail.text}</pre>
            </details>
          )}
        </Section>
        {mail.status === 'review' && (inPlace ? outlet : <PlaceForm page={page} />)}
        <Section title={t('mailbox:facts')}>
          <Facts
            items={[
              {
                term: t('mailbox:from'),
                children: mail.name ? `${mail.name} · ${mail.from}` : mail.from,
              },
              { term: t('mailbox:to'), children: mail.to.join(', ') },
              { term: t('mailbox:at'), children: format.moment(mail.receivedAt) },
              ...(mail.error ? [{ term: t('mailbox:error'), children: mail.error }] : []),
            ]}
          />
        </Section>
      </div>
    </>
  )
}

function Standing({ page: { mail } }: { page: MailPage }) {
  // What found its ticket by itself came from its customer.
  const takable = mail.status === 'landed' && mail.decidedBy !== null
  const { t, format } = useWords()
  const act = (child: string, words: string) => (
    <Form method="post" action={`${mailPath(mail.id)}/${child}`}>
      <Btn>{words}</Btn>
    </Form>
  )
  return (
    <Section label={t('mailbox:why')}>
      {mail.status === 'review' && mail.reason && (
        <Warn icon="alert">
          <b>{t(`mailbox:reason.${mail.reason}`)}</b> {t(`mailbox:reasonLong.${mail.reason}`)}
        </Warn>
      )}
      {mail.status === 'failed' && (
        <Warn tone="bad" icon="alert">
          {t('mailbox:failed')}
        </Warn>
      )}
      {mail.status === 'landed' && (
        <p>
          {t('mailbox:landed')}{' '}
          <TextLink href={`/console/tickets/${mail.ticket}`}>{mail.ticket}</TextLink>
        </p>
      )}
      {mail.decidedBy && mail.decidedAt && (
        <p className="muted xs">
          {t('mailbox:decided', { name: mail.decidedBy, at: format.moment(mail.decidedAt) })}
        </p>
      )}
      {takable && <p className="muted xs">{t('mailbox:takeOffHow')}</p>}
      <div className="actions mt">
        {mail.status === 'review' && (
          <BtnLink href={`${mailPath(mail.id)}/ticket`}>{t('mailbox:newTicket')}</BtnLink>
        )}
        {mail.status === 'failed' && act('reading', t('mailbox:readAgain'))}
        {(mail.status === 'review' || mail.status === 'failed') &&
          act('discard', t('mailbox:discard'))}
        {mail.status === 'discarded' && act('return', t('mailbox:takeBack'))}
        {takable && act('return', t('mailbox:takeOff'))}
      </div>
    </Section>
  )
}
