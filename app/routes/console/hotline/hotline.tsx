import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readHotline, waitingCalls } from '#app/domain/hotline/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { hoursText } from '#app/platform/day-hours.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { instantAt } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Paper, WithSide } from '#app/ui/console/layout.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import { firstLine } from '../first-line.ts'
import { CallsTable } from './calls-table.tsx'
import { DutySide } from './duty-side.tsx'
import { rosterPath } from './paths.ts'

const shown = 50

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:read')
  const [line, waiting, { company }] = await Promise.all([
    readHotline(ctx),
    waitingCalls(ctx, shown),
    currentSettings(ctx),
  ])
  const t = translate(ctx.locale)
  const shift = ({ name, day, from, to }: (typeof line.onDuty)[number]) => ({ name, day, from, to })
  return {
    title: `${t('hotline:title')} – ${t('brand')}`,
    number: company.hotline,
    today: line.today,
    hours: hoursText(line.hours),
    holiday: line.holiday,
    staffed: line.staffed,
    opensAt: line.staffed ? null : (line.opens?.toISOString() ?? null),
    onDuty: line.onDuty.map(shift),
    shifts: line.shifts.map(shift),
    next: line.next.map((one) => ({
      ...shift(one),
      at: instantAt(one.day, one.from).toISOString(),
    })),
    more: waiting.more,
    calls: waiting.calls.map((call) => ({
      number: call.number,
      name: call.name,
      phone: call.phone,
      matter: t('hotline:calls.about', {
        product: call.product,
        what: firstLine(call.description, 80),
      }),
      owner: call.owner,
      cameAt: call.createdAt.toISOString(),
      clock: call.clock,
      missed: call.missed && {
        count: call.missed.count,
        last: call.missed.last.toISOString(),
      },
    })),
  }
}
export type HotlineView = ReturnType<typeof useLoaderData<typeof loader>>

/** The service line at this moment: the hours, who answers, and who is still to be called (IN-2). */
export default function HotlinePage() {
  const { t, format } = useWords()
  const line = useLoaderData<typeof loader>()
  const { calls, more } = line
  const hours = line.holiday ? t('hotline:holiday') : line.hours || t('hotline:noHours')
  return (
    <>
      <PageHead
        title={t('hotline:title')}
        sub={t('hotline:sub', { day: format.day(withinDay(line.today)), hours })}
      >
        <BtnLink href={rosterPath()} icon="cal">
          {t('hotline:duty.toRoster')}
        </BtnLink>
      </PageHead>
      <WithSide sideLabel={t('hotline:duty.title')} side={<DutySide line={line} />}>
        <Paper>
          <Section
            title={t('hotline:calls.title')}
            right={
              more
                ? t('hotline:calls.many', { count: calls.length })
                : t('hotline:calls.count', { count: calls.length })
            }
          >
            {calls.length === 0 ? (
              <EmptyState title={t('hotline:calls.none')}>{t('hotline:calls.noneHint')}</EmptyState>
            ) : (
              <CallsTable calls={calls} />
            )}
          </Section>
        </Paper>
      </WithSide>
    </>
  )
}
