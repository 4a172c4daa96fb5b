import { redirect } from '@remix-run/node'
import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { CodeForm, confirmCode } from '#app/domain/accounts/confirm-code.server.ts'
import { homeOf } from '#app/domain/accounts/home.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { ownPath, seeOther, submitForm } from '#app/platform/http.server.ts'
import { endSession, signedIn, startSession } from '#app/platform/session.server.ts'
import { publicContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { FormError, InputDense } from '#app/ui/console/fields.tsx'
import { DoorPage } from './door-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
/** `Retry-After`, when there were too many tries. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await publicContext(request)
  const next = new URL(request.url).searchParams.get('next')
  const session = await signedIn(ctx, request)
  if (!session) throw redirect('/sign-in')
  if (session.complete) throw redirect(ownPath(next, homeOf(session.actor.roles)))
  const t = translate(ctx.locale)
  return { title: `${t('account:code.title')} – ${t('brand')}`, next: ownPath(next, '') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await publicContext(request)
  const form = await request.formData()
  const session = await signedIn(ctx, request)
  if (!session) throw seeOther('/sign-in')
  return submitForm(form, CodeForm, async ({ code }) => {
    if (!session.complete) await confirmCode(ctx, session.actor.id, code, context)
    await endSession(session.sessionId)
    return seeOther(ownPath(form.get('next'), homeOf(session.actor.roles)), {
      'Set-Cookie': await startSession(ctx, session.actor.id, { complete: true }),
    })
  })
}

export default function Code() {
  const { t } = useWords()
  const { next } = useLoaderData<typeof loader>()
  const f = useFormOf<'code'>('code', { reply: useActionData<typeof action>() })
  return (
    <DoorPage title={t('account:code.title')}>
      <p className="muted">{t('account:code.lede')}</p>
      <Form method="post" className="form" reloadDocument {...f.form}>
        {f.formError && <FormError>{f.formError}</FormError>}
        <input type="hidden" name="next" value={next} />
        <InputDense
          {...f.field('code')}
          label={t('account:code.label')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          large
          required
        />
        <Btn variant="go">{t('account:code.submit')}</Btn>
      </Form>
      <p className="muted xs">{t('account:code.lost')}</p>
      <TextLink href="/sign-in">{t('account:code.again')}</TextLink>
    </DoorPage>
  )
}
