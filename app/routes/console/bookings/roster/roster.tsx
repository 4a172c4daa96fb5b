import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countLeavesToDecide } from '#app/domain/crews/leave-waiting.server.ts'
import { leavesToDecide } from '#app/domain/crews/read-leaves.server.ts'
import { readRoster } from '#app/domain/crews/read-roster.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addDays, dayOf, isDay, weekdayOf } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { WithSide } from '#app/ui/console/layout.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import roster from '#app/ui/console/roster.css?url'
import { withinDay } from '../../civil-day.ts'
import { leaveView } from '#app/routes/leave-view.server.ts'
import { BookingsCrumb } from '../roster-crumb.tsx'
import { PendingLeave } from './pending-leave.tsx'
import { ExceptionNotes, RosterOfCrews } from './roster-of-crews.tsx'
import { rosterView } from './roster-view.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: roster }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const mondayOf = (day: string) => addDays(day, 1 - weekdayOf(day))

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'roster:read')
  const now = ctx.now()
  const today = dayOf(now)
  const asked = new URL(request.url).searchParams.get('from') ?? ''
  const sane = isDay(asked) && asked > '2000-01-01' && asked < '2100-01-01'
  const from = mondayOf(sane ? asked : today)
  const [found, pending, forMe, { leaveHours }] = await Promise.all([
    readRoster(ctx, { from, days: 14 }),
    leavesToDecide(ctx),
    countLeavesToDecide(ctx),
    currentSettings(ctx),
  ])
  const t = translate(ctx.locale)
  return {
    title: `${t('roster:page.title')} – ${t('brand')}`,
    ...rosterView(found, today),
    from,
    isNow: from === mondayOf(today),
    earlier: addDays(from, -14),
    later: addDays(from, 14),
    leaveHours,
    forMe,
    pending: pending.map(({ leave, strands }) => ({
      ...leaveView(leave, now),
      strands: strands.length,
    })),
    may: {
      manage: may(ctx.actor, 'roster:manage'),
      setup: may(ctx.actor, 'booking:settings'),
    },
  }
}

export default function RosterPage() {
  const { t, format } = useWords()
  const data = useLoaderData<typeof loader>()
  const path = (from: string) => `/console/bookings/roster?from=${from}`
  return (
    <>
      <PageHead
        crumb={<BookingsCrumb />}
        title={t('roster:page.title')}
        sub={t('roster:page.sub', { from: format.day(withinDay(data.from)) })}
      >
        <BtnLink
          href={path(data.earlier)}
          icon="right"
          className="flip"
          label={t('roster:page.earlier')}
        />
        {!data.isNow && (
          <BtnLink href="/console/bookings/roster" variant="quiet">
            {t('roster:page.now')}
          </BtnLink>
        )}
        <BtnLink href={path(data.later)} icon="right" label={t('roster:page.later')} />
        {!!data.forMe && (
          <BtnLink href="#to-decide" icon="s-new">
            {t('roster:page.forMe', { n: data.forMe })}
          </BtnLink>
        )}
        {data.stranded > 0 && (
          <BtnLink href="/console/bookings/stranded" icon="s-risk" className="btn-bad">
            {t('roster:page.stranded', { n: data.stranded })}
          </BtnLink>
        )}
        {data.may.setup && (
          <BtnLink href="/console/bookings/setup" icon="tune">
            {t('roster:setup')}
          </BtnLink>
        )}
      </PageHead>
      <WithSide
        sideLabel={t('roster:page.toDecide')}
        side={
          <PendingLeave
            leaves={data.pending}
            leaveHours={data.leaveHours}
            mayAsk={data.may.manage}
          />
        }
      >
        <Section label={t('roster:page.title')}>
          {data.crews.length === 0 ? (
            <EmptyState title={t('roster:page.none')}>{t('roster:page.noneHint')}</EmptyState>
          ) : (
            <>
              <RosterOfCrews days={data.days} crews={data.crews} />
              <ExceptionNotes crews={data.crews} />
            </>
          )}
        </Section>
      </WithSide>
    </>
  )
}
