import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countStranded } from '#app/domain/bookings/index.server.ts'
import { dayOfDispatch } from '#app/domain/visits/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { formatter } from '#app/i18n/format.ts'
import { addDays, companyZone, dayOf, instantAt, isDay } from '#app/platform/time.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Board, Dispatch } from '#app/ui/console/board.tsx'
import board from '#app/ui/console/board.css?url'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { StrandedStrip } from '../bookings/stranded-strip.tsx'
import { boardView } from './board-view.server.ts'
import { lookOf, useBoardRows } from './board-rows.ts'
import { Unassigned } from './unassigned.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: board }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:read')
  const today = dayOf(ctx.now())
  const asked = new URL(request.url).searchParams.get('day') ?? ''
  const day = isDay(asked) && asked > '2000-01-01' && asked < '2100-01-01' ? asked : today
  const view = boardView(await dayOfDispatch(ctx, day), {
    day,
    now: ctx.now(),
    settings: await currentSettings(ctx),
  })
  const t = translate(ctx.locale)
  const noon = instantAt(day, '12:00')
  const title = t('visits:dispatch.pageTitle', {
    day: formatter(ctx.locale, companyZone(), ctx.now()).day(noon),
  })
  return {
    ...view,
    title: `${title} – ${t('brand')}`,
    day,
    noon: noon.toISOString(),
    isToday: day === today,
    previous: addDays(day, -1),
    next: addDays(day, 1),
    stranded: may(ctx.actor, 'booking:read') ? await countStranded(ctx) : 0,
  }
}

export default function DispatchDay() {
  const { day, noon, isToday, previous, next, crews, off, unassigned, more, now, stranded } =
    useLoaderData<typeof loader>()
  const { t, format, locale } = useWords()
  const rows = useBoardRows(crews)
  const count = crews.reduce((sum, crew) => sum + crew.visits.length, 0)
  const dayLabel = [format.day(noon), isToday && t('visits:dispatch.today')]
  return (
    <>
      <PageHead
        title={t('visits:dispatch.title')}
        sub={
          <span className="nowrap">
            {t('visits:dispatch.counts', {
              crews: crews.length,
              count,
              unassigned: unassigned.length,
            })}
          </span>
        }
      >
        <BtnLink
          href={`/console/dispatch?day=${previous}`}
          icon="right"
          className="flip"
          label={t('visits:dispatch.previous')}
        />
        <b>{dayLabel.filter(Boolean).join(locale === 'en' ? ', ' : '，')}</b>
        <BtnLink
          href={`/console/dispatch?day=${next}`}
          icon="right"
          label={t('visits:dispatch.next')}
        />
        <form action="/console/dispatch" className="day-form">
          <input
            className="in"
            type="date"
            name="day"
            key={day}
            defaultValue={day}
            required
            aria-label={t('visits:dispatch.dayField')}
          />
          <Btn>{t('visits:dispatch.open')}</Btn>
        </form>
        {!isToday && (
          <BtnLink href="/console/dispatch" variant="quiet">
            {t('visits:dispatch.backToToday')}
          </BtnLink>
        )}
      </PageHead>
      <StrandedStrip count={stranded} />
      <Dispatch tray={<Unassigned visits={unassigned} more={more} noon={noon} />}>
        {rows.length > 0 ? (
          <>
            <Board
              label={t('visits:dispatch.crewsLabel')}
              corner={t('visits:dispatch.crews')}
              rows={rows}
              now={now ?? undefined}
              empty={t('visits:dispatch.free')}
            />
            <p className="legend">
              {(['confirmed', 'on_the_way', 'arrived', 'working', 'finished'] as const).map(
                (status) => (
                  <Status key={status} {...lookOf(status, 'none')}>
                    {t(`words:visitStatus.${status}`)}
                  </Status>
                ),
              )}
              <Status {...lookOf('confirmed', 'uncalled')}>{t('visits:dispatch.uncalled')}</Status>
              <Status {...lookOf('confirmed', 'risk')}>{t('visits:dispatch.risk')}</Status>
              <Status {...lookOf('confirmed', 'late')}>{t('visits:dispatch.late')}</Status>
            </p>
          </>
        ) : (
          <EmptyState title={t('visits:dispatch.noCrews')}>
            {t('visits:dispatch.noCrewsHint')}
          </EmptyState>
        )}
        {off.length > 0 && (
          <p className="off-today">
            {t('visits:dispatch.off', {
              names: off
                .map((crew) => (locale === 'en' ? crew.en : crew.zh))
                .join(locale === 'en' ? ', ' : '、'),
            })}
          </p>
        )}
      </Dispatch>
    </>
  )
}
