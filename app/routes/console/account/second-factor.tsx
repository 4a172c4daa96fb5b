import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { CodeForm } from '#app/domain/accounts/confirm-code.server.ts'
import {
  addSecondFactor,
  readSecondFactor,
  removeOwnSecondFactor,
  RemoveSecondFactorForm,
} from '#app/domain/accounts/set-up-second-factor.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError, InputDense } from '#app/ui/console/fields.tsx'
import { Actions, Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { qrPicture } from './qr.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request)
  const t = translate(ctx.locale)
  const factor = await readSecondFactor(ctx)
  return {
    title: `${t('account:secondFactor.title')} – ${t('brand')}`,
    setUp:
      factor.state === 'on'
        ? null
        : { secret: factor.secret, picture: await qrPicture(factor.uri) },
  }
}

/** PUT-like: a code turns it on, a password turns it off; which one applies is where it stands. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request)
  const form = await request.formData()
  if (form.has('password')) {
    return submitForm(form, RemoveSecondFactorForm, async ({ password }) => {
      await removeOwnSecondFactor(ctx, password)
      return seeOther('/console/account?done=second-factor-off')
    })
  }
  return submitForm(form, CodeForm, async ({ code }) => {
    await addSecondFactor(ctx, code)
    return seeOther('/console/account?done=second-factor-on')
  })
}

export default function SecondFactor() {
  const { t } = useWords()
  const { setUp } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('account:account.title')}
            items={[{ href: '/console/account', label: t('account:account.title') }]}
          />
        }
        title={t(setUp ? 'account:secondFactor.title' : 'account:secondFactor.removeTitle')}
      />
      <div className="paper">{setUp ? <SetUp {...setUp} /> : <Remove />}</div>
    </>
  )
}

function SetUp({ secret, picture }: { secret: string; picture: string }) {
  const { t } = useWords()
  const f = useFormOf<'code'>('second-factor', { reply: useActionData<typeof action>() })
  return (
    <>
      <Section label={t('account:secondFactor.title')}>
        <p>{t('account:secondFactor.lede')}</p>
      </Section>
      <Section title={t('account:secondFactor.scan')}>
        <img src={picture} alt={t('account:secondFactor.qr')} width={200} height={200} />
        <p className="muted mt">{t('account:secondFactor.byHand')}</p>
        <p>
          <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
      </Section>
      <Section title={t('account:secondFactor.confirm')}>
        <Form method="post" className="form form-narrow" {...f.form}>
          {f.formError && <FormError>{f.formError}</FormError>}
          <InputDense
            {...f.field('code')}
            label={t('account:secondFactor.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            large
            required
          />
          <Actions>
            <Btn variant="go">{t('account:secondFactor.submit')}</Btn>
            <BtnLink href="/console/account">{t('cancel')}</BtnLink>
          </Actions>
        </Form>
      </Section>
    </>
  )
}

function Remove() {
  const { t } = useWords()
  const f = useFormOf<'password'>('second-factor', { reply: useActionData<typeof action>() })
  return (
    <Section label={t('account:secondFactor.removeTitle')}>
      <Form method="post" className="form form-narrow" {...f.form}>
        {f.formError && <FormError>{f.formError}</FormError>}
        <p>{t('account:secondFactor.removeLede')}</p>
        <InputDense
          {...f.field('password')}
          type="password"
          label={t('account:password')}
          autoComplete="current-password"
          required
        />
        <Actions>
          <Btn variant="bad">{t('account:secondFactor.remove')}</Btn>
          <BtnLink href="/console/account">{t('cancel')}</BtnLink>
        </Actions>
      </Form>
    </Section>
  )
}
