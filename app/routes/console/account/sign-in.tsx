import { redirect } from '@remix-run/node'
import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { homeOf } from '#app/domain/accounts/home.ts'
import { markDevice } from '#app/domain/accounts/known-device.server.ts'
import { signIn, SignInForm } from '#app/domain/accounts/sign-in.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { ownPath, seeOther, submitForm } from '#app/platform/http.server.ts'
import { localeCookie } from '#app/platform/locale.server.ts'
import { signedIn, startSession } from '#app/platform/session.server.ts'
import { publicContext } from '#app/routes/context.server.ts'
import { forgetDays } from '#app/routes/crew/kept/forget-days.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError, InputDense } from '#app/ui/console/fields.tsx'
import { deviceCookie, deviceMark } from './cookies.server.ts'
import { DoorPage } from './door-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
/** `Retry-After`, when there were too many tries. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await publicContext(request)
  const search = new URL(request.url).searchParams
  const next = search.get('next')
  const session = await signedIn(ctx, request)
  if (session?.complete) throw redirect(ownPath(next, homeOf(session.actor.roles)))
  const t = translate(ctx.locale)
  return {
    title: `${t('account:signIn.title')} – ${t('brand')}`,
    next: ownPath(next, ''),
    left: search.has('left'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await publicContext(request)
  const form = await request.formData()
  return submitForm(form, SignInForm, async (given) => {
    const person = await signIn(ctx, given, {
      address: context.address,
      device: await deviceMark(request),
    })
    const next = ownPath(form.get('next'), person.home)
    const headers = new Headers()
    headers.append('Set-Cookie', await startSession(ctx, person.staffId, person))
    if (person.locale) headers.append('Set-Cookie', await localeCookie(person.locale))
    if (!person.complete) return seeOther(`/sign-in/code?next=${encodeURIComponent(next)}`, headers)
    headers.append('Set-Cookie', await deviceCookie(markDevice(given.email)))
    return seeOther(next, headers)
  })
}

export default function SignIn() {
  const { t } = useWords()
  const { next, left } = useLoaderData<typeof loader>()
  const f = useFormOf<'email' | 'password'>('sign-in', { reply: useActionData<typeof action>() })
  useEffect(() => {
    if (left) void forgetDays()
  }, [left])
  return (
    <DoorPage title={t('account:signIn.title')}>
      <p className="muted">{t('account:signIn.lede')}</p>
      {/* The page that follows may be in another language or on the crew's phone: the browser loads it whole. */}
      <Form method="post" className="form" reloadDocument {...f.form}>
        {f.formError && <FormError>{f.formError}</FormError>}
        <input type="hidden" name="next" value={next} />
        <InputDense
          {...f.field('email')}
          type="email"
          label={t('account:email')}
          autoComplete="username"
          required
        />
        <InputDense
          {...f.field('password')}
          type="password"
          label={t('account:password')}
          autoComplete="current-password"
          required
        />
        <Btn variant="go">{t('account:signIn.submit')}</Btn>
      </Form>
      <a className="link" href="/track">
        {t('account:signIn.track')}
      </a>
    </DoorPage>
  )
}
