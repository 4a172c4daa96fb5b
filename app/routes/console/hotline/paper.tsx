import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readDutyWeek } from '#app/domain/hotline/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BarOfPaper } from '#app/routes/paper/paper-bar.tsx'
import { PaperPage, Sheet, SheetFoot, SheetTable, SheetTop } from '#app/ui/paper/sheet.tsx'
import { withinDay } from '../civil-day.ts'
import { rosterPath } from './paths.ts'
import { weekView } from './roster-view.server.ts'
import { weekOf } from './week.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:read')
  const [week, { company }] = await Promise.all([
    readDutyWeek(ctx, weekOf(ctx, request)),
    currentSettings(ctx),
  ])
  const t = translate(ctx.locale)
  return {
    title: `${t('hotline:roster.title')} – ${t('brand')}`,
    company: ctx.locale === 'en' ? company.nameEn : company.nameZh,
    hotline: company.hotline,
    printedAt: ctx.now().toISOString(),
    ...weekView(week),
  }
}

/** A week's duty to be pinned up. */
export default function RosterPaper() {
  const { t, format } = useWords()
  const { week, days, rows, company, hotline, printedAt } = useLoaderData<typeof loader>()
  const planned = rows.some(({ cells }) => cells.some(({ hours }) => hours !== ''))
  return (
    <PaperPage
      bar={<BarOfPaper back={{ href: rosterPath(week), label: t('hotline:roster.title') }} />}
    >
      <Sheet across label={t('hotline:roster.title')}>
        <SheetTop
          title={t('hotline:roster.title')}
          sub={t('hotline:roster.week', { from: format.day(withinDay(week)) })}
          lines={[company, hotline]}
        />
        {!planned ? (
          <p>{t('hotline:roster.empty')}</p>
        ) : (
          <SheetTable
            head={[
              { label: t('hotline:roster.colleague') },
              ...days.map(({ day }) => ({ label: format.day(withinDay(day)) })),
            ]}
          >
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {row.cells.map(({ day, hours }) => (
                  <td key={day}>{hours || t('hotline:roster.off')}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('hotline:roster.hours')}</th>
              {days.map(({ day, hours }) => (
                <td key={day}>{hours || t('hotline:roster.noService')}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('hotline:roster.uncovered')}</th>
              {days.map(({ day, hours, uncovered }) => (
                <td key={day}>
                  {uncovered || t(hours ? 'hotline:roster.covered' : 'hotline:roster.noService')}
                </td>
              ))}
            </tr>
          </SheetTable>
        )}
        <SheetFoot>
          {[t('hotline:roster.printed', { at: format.dated(printedAt) })].map((line) => (
            <span key={line}>{line}</span>
          ))}
        </SheetFoot>
      </Sheet>
    </PaperPage>
  )
}
