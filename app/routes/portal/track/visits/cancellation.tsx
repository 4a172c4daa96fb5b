import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  type SerializeFrom,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cancelVisitOfCustomer, readBookingOfCustomer } from '#app/domain/bookings/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { DomainError } from '#app/platform/errors.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Actions, Button, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { BackLink, Columns, FormStack, Page, Stack } from '#app/ui/portal/page.tsx'
import { HotlineLink, RatherTalk } from '../../rather-talk.tsx'
import { inTrouble, pageTitle } from '../../title.server.ts'
import { BookAgain } from '../book-again.tsx'

import { useAppointmentWords } from './appointment.ts'
import { Closed } from './closed.tsx'
import { atOwnVisit, visitPage, visitPath } from './visit-page.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { ctx, page } = await visitPage({ request, params })
  const shows =
    page.changeable === 'yes'
      ? 'cancellation'
      : page.changeable === 'cancelled'
        ? 'cancelled'
        : 'closed'
  const title = translate(ctx.locale)(`track:visits.${shows}.title`)
  const { again, onlyBooking } = await readBookingOfCustomer(ctx)
  return {
    ...page,
    again,
    onlyBooking,
    shows,
    title: pageTitle(ctx.locale, title, context),
  } as const
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx, token, id } = await atOwnVisit({ request, params })
  await readForm(request)
  try {
    await cancelVisitOfCustomer(ctx, id)
    return seeOther(visitPath(token, id, 'cancellation'))
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error
    inTrouble(context)
    return data(null, 409)
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

/** Asks once, and says what follows. */
export default function Cancellation() {
  const { t } = useWords()
  const page = useLoaderData<typeof loader>()
  return (
    <Page>
      <BackLink href={`/track/${page.token}`}>{t('track:visits.back')}</BackLink>
      <Columns aside={<RatherTalk />}>
        {page.shows === 'cancellation' && <CancelForm page={page} />}
        {page.shows === 'cancelled' && <Cancelled page={page} />}
        {page.shows === 'closed' && <Closed page={page} />}
      </Columns>
    </Page>
  )
}

type CancellationPage = SerializeFrom<typeof loader>

function CancelForm({ page }: { page: CancellationPage }) {
  const { t } = useWords()
  const { partsOf, say } = useAppointmentWords()
  const { token, id, after, standing } = page
  /** Nothing is left of it then. */
  const givenUp =
    page.onlyBooking && standing.every((one) => after.some(({ start }) => start === one.start))
  return (
    <FormStack action={`/track/${token}/visits/${id}/cancellation`} data-enhance="once">
      <h1>{t('track:visits.cancellation.heading')}</h1>
      <Facts items={[{ term: t('track:visits.cancellation.visit'), children: say(page.visit) }]} />
      <section aria-labelledby="then">
        <h2 id="then">{t('track:visits.cancellation.then')}</h2>
        <ul>
          {after.map((linked) => (
            <li key={linked.start}>{t('track:visits.cancellation.linked', partsOf(linked))}</li>
          ))}
          <li>{t('track:visits.cancellation.free')}</li>
          {givenUp && <li>{t('track:visits.cancellation.givenUp', { number: page.number })}</li>}
          <li>{t(`track:visits.cancellation.${page.onlyBooking ? 'again' : 'ticket'}`)}</li>
        </ul>
      </section>
      <Actions>
        <Button variant="danger">{t('track:visits.cancellation.submit')}</Button>
        <ButtonLink href={`/track/${token}/visits/${id}/window`}>
          {t('track:visits.cancellation.instead')}
        </ButtonLink>
      </Actions>
    </FormStack>
  )
}

function Cancelled({ page }: { page: CancellationPage }) {
  const { t } = useWords()
  const { say } = useAppointmentWords()
  return (
    <Stack gap="large">
      <h1>{t('track:visits.cancelled.heading')}</h1>
      <Facts
        items={[
          { term: t('track:visits.cancellation.visit'), children: say(page.visit) },
          ...page.standing.map((visit) => ({
            term: t('track:visits.cancelled.standing'),
            children: say(visit),
          })),
        ]}
      />
      <div className="stack">
        <p>
          {t(`track:visits.cancelled.${page.again ? 'again' : 'next'}`)}
          <HotlineLink />
          {t('track:visits.cancelled.nextAfter')}
        </p>
        {page.mailed && <p className="muted">{t('track:visits.cancelled.mailed')}</p>}
        <p className="muted">{t('track:visits.cancelled.calendar')}</p>
      </div>
      <Actions>
        {page.again && <BookAgain again={page.again} first />}
        <ButtonLink variant={page.again ? undefined : 'primary'} href={`/track/${page.token}`}>
          {t('track:visits.back')}
        </ButtonLink>
        <ButtonLink icon="calendar" href={`/track/${page.token}/calendar.ics`}>
          {t('track:visits.cancelled.addAgain')}
        </ButtonLink>
      </Actions>
    </Stack>
  )
}
