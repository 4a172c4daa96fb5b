import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { rateVisit, RatingForm, readRating } from '#app/domain/follow-ups/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { notFound } from '#app/platform/errors.ts'
import { type FormReply, seeOther, submitForm } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { customerContext } from '#app/routes/context.server.ts'
import { Columns, Page } from '#app/ui/portal/page.tsx'
import { RatherTalk } from '../rather-talk.tsx'
import { inTrouble, pageTitle } from '../title.server.ts'
import { GivenRating } from './given-rating.tsx'
import { RatingQuestions } from './rating-questions.tsx'

async function visitOf(request: Request, token: string) {
  const { ctx, link } = await customerContext(request, token, 'rate')
  if (link.visitId === null) throw notFound()
  return { ctx, visitId: link.visitId, linkEnds: link.expiresAt }
}

export async function loader({ request, params: { token = '' }, context }: LoaderFunctionArgs) {
  const { ctx, visitId, linkEnds } = await visitOf(request, token)
  return {
    title: pageTitle(ctx.locale, translate(ctx.locale)('rate:title'), context),
    token,
    again: new URL(request.url).searchParams.has('change'),
    visit: await readRating(ctx, visitId, linkEnds),
  }
}

export async function action({ request, params: { token = '' }, context }: ActionFunctionArgs) {
  const { ctx, visitId, linkEnds } = await visitOf(request, token)
  const reply = await submitForm((await readForm(request)).form, RatingForm, async (rating) => {
    await rateVisit(ctx, visitId, rating, linkEnds)
    return seeOther(`/rate/${token}`)
  })
  if (!(reply instanceof Response)) inTrouble(context)
  return reply
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

/** One visit's rating: asked, shown, and asked again while it may be changed. */
export default function Rate() {
  const { t } = useWords()
  const { visit, token, again } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const asking = visit.open && (!visit.answers || again || reply)
  return (
    <Page>
      <Columns aside={<RatherTalk />}>
        <div>
          {asking ? (
            <RatingQuestions visit={visit} token={token} reply={reply} />
          ) : (
            <>
              <h1>{t('rate:heading')}</h1>
              <GivenRating visit={visit} token={token} />
            </>
          )}
        </div>
      </Columns>
    </Page>
  )
}
