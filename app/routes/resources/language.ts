import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { isLocale } from '#db/vocabulary/locales.ts'
import { keepLocale } from '#app/domain/accounts/index.server.ts'
import { ownPath, seeOther } from '#app/platform/http.server.ts'
import { localeCookie } from '#app/platform/locale.server.ts'
import { signedIn } from '#app/platform/session.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { publicContext } from '#app/routes/context.server.ts'

export const loader = () => redirect('/')

/** Keeps the reader's language: in a cookie, and with the account of somebody signed in. */
export async function action({ request }: ActionFunctionArgs) {
  const { form } = await readForm(request)
  const back = ownPath(form.get('back'), '/')
  const to = form.get('to')
  if (!isLocale(to)) return seeOther(back)
  const ctx = await publicContext(request)
  const session = await signedIn(ctx, request)
  if (session) await keepLocale({ ...ctx, actor: session.actor }, to)
  return seeOther(back, { 'Set-Cookie': await localeCookie(to) })
}
