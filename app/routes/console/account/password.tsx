import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { changePassword, ChangePasswordForm } from '#app/domain/accounts/change-password.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { startSession } from '#app/platform/session.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError, InputDense } from '#app/ui/console/fields.tsx'
import { Actions, Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request)
  const t = translate(ctx.locale)
  return { title: `${t('account:changePassword.title')} – ${t('brand')}` }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request)
  return submitForm(await request.formData(), ChangePasswordForm, async (form) => {
    await changePassword(ctx, form)
    return seeOther('/console/account?done=password', {
      'Set-Cookie': await startSession(ctx, ctx.actor.id, { complete: true }),
    })
  })
}

export default function Password() {
  const { t } = useWords()
  const f = useFormOf<'currentPassword' | 'newPassword'>('password', {
    reply: useActionData<typeof action>(),
  })
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('account:account.title')}
            items={[{ href: '/console/account', label: t('account:account.title') }]}
          />
        }
        title={t('account:changePassword.title')}
      />
      <div className="paper">
        <Section label={t('account:changePassword.title')}>
          <Form method="post" className="form form-narrow" {...f.form}>
            {f.formError && <FormError>{f.formError}</FormError>}
            <InputDense
              {...f.field('currentPassword')}
              type="password"
              label={t('account:changePassword.current')}
              autoComplete="current-password"
              required
            />
            <InputDense
              {...f.field('newPassword')}
              type="password"
              label={t('account:changePassword.next')}
              hint={t('account:changePassword.nextHint')}
              autoComplete="new-password"
              minLength={10}
              required
            />
            <p className="muted xs">{t('account:changePassword.effect')}</p>
            <Actions>
              <Btn variant="go">{t('account:changePassword.submit')}</Btn>
              <BtnLink href="/console/account">{t('cancel')}</BtnLink>
            </Actions>
          </Form>
        </Section>
      </div>
    </>
  )
}
