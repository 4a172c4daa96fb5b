import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useOutletContext } from '@remix-run/react'
import { registerMail } from '#app/domain/inbox/place-mail.server.ts'
import { RegisterCallForm } from '#app/domain/tickets/index.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid, InputDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import type { CallField } from '../call-form.tsx'
import { CategoryField, KindField, LanguageField } from '../matter-fields.tsx'
import { ticketPath } from '../use-ticket.ts'
import { mailPath } from './mail-look.ts'
import type { MailPage } from './mail.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'mail:review')
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'mail:review')
  return submitForm(await request.formData(), RegisterCallForm, async (form) =>
    seeOther(ticketPath(await registerMail(ctx, params.id ?? '', form))),
  )
}

/** A new ticket of what a mail asks for: what it and its sender's name tell is filled in. */
export default function NewTicketOfMail() {
  const { t, locale } = useWords()
  const { mail } = useOutletContext<MailPage>()
  const f = useFormOf<CallField>('mail-ticket', {
    reply: useActionData<typeof action>(),
    defaults: {
      name: mail.sender?.name ?? mail.name,
      phone: mail.sender?.phone,
      address: mail.sender?.address,
      email: mail.from,
      kind: 'repair',
      category: 'other',
      description: mail.subject || (mail.reply ?? '').slice(0, 200),
      language: /\p{Script=Han}/u.test(`${mail.subject}${mail.reply ?? ''}`) ? 'zh-CN' : locale,
    },
  })
  return (
    <Section title={t('mailbox:newTicket')}>
      <Form method="post" action={`${mailPath(mail.id)}/ticket`} {...f.form}>
        <FormGrid two>
          {f.formError && (
            <div className="wide">
              <FormError>{f.formError}</FormError>
            </div>
          )}
          <p className="wide muted">{t('mailbox:newTicketHow')}</p>
          <input type="hidden" name="submissionKey" value={`mail-${mail.id}`} />
          <input type="hidden" name="channel" value="letter" />
          <InputDense {...f.field('phone')} type="tel" label={t('tickets:call.phone')} />
          <InputDense {...f.field('name')} label={t('tickets:call.name')} maxLength={80} />
          <InputDense {...f.field('email')} type="email" label={t('tickets:call.email')} />
          <InputDense {...f.field('address')} label={t('tickets:call.address')} maxLength={300} />
          <InputDense {...f.field('product')} label={t('tickets:call.product')} maxLength={200} />
          <CategoryField {...f.field('category')} label={t('tickets:call.category')} />
          <KindField {...f.field('kind')} label={t('tickets:call.kind')} />
          <LanguageField {...f.field('language')} label={t('tickets:call.language')} />
          <TextAreaDense
            {...f.field('description')}
            wide
            rows={3}
            label={t('tickets:call.description')}
          />
          <div className="actions wide">
            <Btn variant="go">{t('tickets:call.submit')}</Btn>
            <BtnLink variant="quiet" href={mailPath(mail.id)}>
              {t('cancel')}
            </BtnLink>
          </div>
        </FormGrid>
      </Form>
    </Section>
  )
}
