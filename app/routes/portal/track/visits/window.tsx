import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  findVisitOfCustomer,
  moveVisitOfCustomer,
  MoveVisitOfCustomerForm,
  nearestToGone,
} from '#app/domain/bookings/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { BackLink, Columns, Page } from '#app/ui/portal/page.tsx'
import { RatherTalk } from '../../rather-talk.tsx'
import { inTrouble, pageTitle } from '../../title.server.ts'
import { Closed } from './closed.tsx'
import { MoveForm } from './move-form.tsx'
import { Moved } from './moved.tsx'
import { atOwnVisit, visitPage, visitPath } from './visit-page.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { ctx, page, asked } = await visitPage({ request, params })
  const done = request.method === 'GET' && asked.has('moved') && page.moved !== null
  const shows = done ? 'moved' : page.changeable === 'yes' ? 'window' : 'closed'
  const title = translate(ctx.locale)(`track:visits.${shows}.title`)
  return { ...page, shows, title: pageTitle(ctx.locale, title, context) } as const
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx, token, id } = await atOwnVisit({ request, params })
  await findVisitOfCustomer(ctx, id)
  const { form } = await readForm(request)
  const reply = await submitForm(form, MoveVisitOfCustomerForm, async (wanted) => {
    await moveVisitOfCustomer(ctx, id, wanted)
    return seeOther(`${visitPath(token, id, 'window')}?moved`)
  })
  if (!('data' in reply)) return reply
  inTrouble(context)
  const { refusal } = reply.data
  const went = refusal?.refusal === 'windowGone' ? Number(form.get('window')) : null
  const instead = went === null ? null : await nearestToGone(ctx, id, went)
  return data({ ...reply.data, instead }, reply.init ?? {})
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

/** BK-3: another time, chosen from those that are free. */
export default function Window() {
  const { t } = useWords()
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Page>
      <BackLink href={`/track/${page.token}`}>{t('track:visits.back')}</BackLink>
      <Columns aside={<RatherTalk />}>
        {page.shows === 'moved' && <Moved page={page} />}
        {page.shows === 'closed' && <Closed page={page} />}
        {page.shows === 'window' && <MoveForm page={page} reply={reply} />}
      </Columns>
    </Page>
  )
}
