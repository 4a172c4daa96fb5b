import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { FormError, InputDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status, ticketStatusLook } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { mailPath } from './mail-look.ts'
import type { MailPage } from './mail.tsx'

/** Where it might belong, one press each, and a field for any other ticket. Nothing is chosen beforehand. */
export function PlaceForm({ page: { mail }, reply }: { page: MailPage; reply?: unknown }) {
  const { t, format } = useWords()
  const f = useFormOf<'number'>('place', { reply })
  const action = `${mailPath(mail.id)}/placement`
  return (
    <Section title={t('mailbox:place')}>
      {f.formError && <FormError>{f.formError}</FormError>}
      {mail.suggested.length > 0 && (
        <Table
          lines
          label={t('mailbox:suggested')}
          head={[
            { label: t('mailbox:suggested') },
            { label: t('mailbox:because') },
            { label: t('mailbox:put'), hidden: true },
          ]}
        >
          {mail.suggested.map((one) => (
            <tr key={one.number}>
              <th scope="row">
                <TextLink href={`/console/tickets/${one.number}`}>{one.number}</TextLink>{' '}
                <Status {...ticketStatusLook[one.status]}>
                  {t(`words:ticketStatus.${one.status}`)}
                </Status>
                <div className="xs">
                  {one.name} · {one.product} · {format.date(one.createdAt)}
                </div>
              </th>
              <td className="xs">
                {t(`mailbox:by.${one.by}`)}
                {one.email?.toLowerCase() !== mail.from && (
                  <Differs>{t('mailbox:otherAddress', { email: one.email || '–' })}</Differs>
                )}
                {mail.name && mail.name !== one.name && (
                  <Differs>{t('mailbox:otherName', { from: mail.name, name: one.name })}</Differs>
                )}
              </td>
              <td>
                <Form method="post" action={action}>
                  <input type="hidden" name="number" value={one.number} />
                  <Btn>{t('mailbox:putOn', { number: one.number })}</Btn>
                </Form>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Form method="post" action={action} className="form form-narrow mt" {...f.form}>
        <InputDense
          {...f.field('number')}
          label={t('mailbox:otherTicket')}
          hint={t('mailbox:shown')}
          maxLength={40}
          autoComplete="off"
        />
        <div className="actions">
          <Btn variant="go">{t('mailbox:put')}</Btn>
        </div>
      </Form>
    </Section>
  )
}

/** Who wrote may be somebody else: it is pointed out before the mail is put where the customer reads it. */
function Differs({ children }: { children: ReactNode }) {
  return (
    <div>
      <Status tone="trouble" icon="alert">
        {children}
      </Status>
    </div>
  )
}
