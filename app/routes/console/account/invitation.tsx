import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import {
  acceptInvitation,
  AcceptInvitationForm,
  FirstAdministratorForm,
} from '#app/domain/accounts/accept-invitation.server.ts'
import { readInvitation } from '#app/domain/accounts/invitation.server.ts'
import { markDevice } from '#app/domain/accounts/known-device.server.ts'
import { type Locale, locales } from '#db/vocabulary/locales.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { localeCookie } from '#app/platform/locale.server.ts'
import { startSession } from '#app/platform/session.server.ts'
import { publicContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError, InputDense, SelectDense } from '#app/ui/console/fields.tsx'
import { deviceCookie } from './cookies.server.ts'
import { DoorPage } from './door-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await publicContext(request)
  const { state, person } = await readInvitation(ctx, params.token)
  const t = translate(ctx.locale)
  const heading =
    state !== 'open'
      ? t('account:invitation.deadTitle')
      : t(person ? 'account:invitation.title' : 'account:invitation.titleFirst')
  return data(
    {
      title: `${heading} – ${t('brand')}`,
      heading,
      state,
      // A dead link tells nothing about whose it was.
      person:
        state === 'open' && person
          ? { name: person.name, email: person.email, locale: person.locale }
          : null,
    },
    state === 'open' ? 200 : 410,
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await publicContext(request)
  const { person } = await readInvitation(ctx, params.token)
  const schema = person ? AcceptInvitationForm : FirstAdministratorForm
  return submitForm(await request.formData(), schema, async (form) => {
    const accepted = await acceptInvitation(ctx, params.token, form)
    const headers = new Headers()
    headers.append('Set-Cookie', await startSession(ctx, accepted.staffId, accepted))
    headers.append('Set-Cookie', await deviceCookie(markDevice(accepted.email)))
    if (accepted.locale) headers.append('Set-Cookie', await localeCookie(accepted.locale))
    return seeOther(accepted.complete ? accepted.home : '/sign-in/code', headers)
  })
}

export default function Invitation() {
  const { t } = useWords()
  const { heading, state, person } = useLoaderData<typeof loader>()
  if (state !== 'open') {
    return (
      <DoorPage title={heading}>
        <p>{t(`account:invitation.${state}`)}</p>
        <BtnLink variant="go" href="/sign-in">
          {t('account:invitation.toSignIn')}
        </BtnLink>
      </DoorPage>
    )
  }
  return (
    <DoorPage title={heading}>
      <p className="muted">
        {person
          ? t('account:invitation.hello', { name: person.name })
          : t('account:invitation.helloFirst')}
      </p>
      <AcceptForm person={person} />
    </DoorPage>
  )
}

function AcceptForm({
  person,
}: {
  person: { name: string; email: string; locale: Locale | null } | null
}) {
  const { t, locale } = useWords()
  const f = useFormOf<'name' | 'email' | 'password' | 'locale'>('invitation', {
    reply: useActionData<typeof action>(),
    defaults: { name: person?.name, locale: person?.locale ?? locale },
  })
  const account = person ? (
    <input type="hidden" autoComplete="username" value={person.email} readOnly />
  ) : (
    <InputDense
      {...f.field('email')}
      type="email"
      label={t('account:email')}
      autoComplete="username"
      required
    />
  )
  return (
    <Form method="post" className="form" reloadDocument {...f.form}>
      {f.formError && <FormError>{f.formError}</FormError>}
      {account}
      <InputDense
        {...f.field('name')}
        label={t('account:invitation.name')}
        hint={t('account:invitation.nameHint')}
        autoComplete="name"
        required
      />
      <InputDense
        {...f.field('password')}
        type="password"
        label={t('account:password')}
        hint={t('account:invitation.passwordHint')}
        autoComplete="new-password"
        minLength={10}
        required
      />
      <SelectDense {...f.field('locale')} label={t('account:account.language')}>
        {locales.map((one) => (
          <option key={one} value={one} lang={one}>
            {t(`account:account.languages.${one}`)}
          </option>
        ))}
      </SelectDense>
      <Btn variant="go">{t('account:invitation.submit')}</Btn>
    </Form>
  )
}
