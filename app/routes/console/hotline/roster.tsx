import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { cellsIn, dutyForm } from '#app/domain/hotline/duty-form.ts'
import { changeDuty, readDutyWeek } from '#app/domain/hotline/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { may } from '#app/platform/permissions.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import css from '#app/ui/console/duty.css?url'
import { withinDay } from '../civil-day.ts'
import { useJustSaved } from '../just-saved.ts'
import { DutyForm } from './duty-form.tsx'
import { DutyHistory } from './duty-history.tsx'
import { DutyTable } from './duty-table.tsx'
import { hotlinePath, rosterPath } from './paths.ts'
import { weekView } from './roster-view.server.ts'
import { weekOf } from './week.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
/** After a refusal the page shows what a colleague changed. */
export const shouldRevalidate = () => true

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:read')
  const week = weekOf(ctx, request)
  const t = translate(ctx.locale)
  return {
    title: `${t('hotline:roster.title')} – ${t('brand')}`,
    ...weekView(await readDutyWeek(ctx, week)),
    today: dayOf(ctx.now()),
    earlier: addDays(week, -7),
    later: addDays(week, 7),
    saved: new URL(request.url).searchParams.has('saved'),
    may: { manage: may(ctx.actor, 'duty:manage') },
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'duty:manage')
  const form = await request.formData()
  return submitForm(form, dutyForm(form.keys()), async ({ week, seen, ...cells }) => {
    const shifts = cellsIn(cells).flatMap(({ weekday, staffId, hours }) =>
      hours.map((span) => ({ day: addDays(week, weekday - 1), staffId, ...span })),
    )
    await changeDuty(ctx, { week, seen, shifts })
    return seeOther(`${rosterPath(week)}&saved`)
  })
}

/** Who answers the hotline when, a week at a time. */
export default function Roster() {
  const { t, format } = useWords()
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { week, saved, canCopy } = page
  const justSaved = useJustSaved() !== null
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('hotline:title')}
            items={[{ href: hotlinePath, label: t('hotline:title') }]}
          />
        }
        title={t('hotline:roster.title')}
        sub={t('hotline:roster.week', { from: format.day(withinDay(week)) })}
      >
        <BtnLink
          href={rosterPath(page.earlier)}
          icon="right"
          className="flip"
          label={t('hotline:roster.earlier')}
        />
        <BtnLink href={rosterPath()} variant="quiet">
          {t('hotline:roster.thisWeek')}
        </BtnLink>
        <BtnLink href={rosterPath(page.later)} icon="right" label={t('hotline:roster.later')} />
        {page.may.manage && canCopy && (
          <Form method="post" action={`${hotlinePath}/roster/copy?week=${week}`}>
            <input type="hidden" name="week" value={week} />
            <Btn>{t('hotline:roster.copy')}</Btn>
          </Form>
        )}
        <a className="btn" href={`${hotlinePath}/roster/paper?week=${week}`}>
          {t('hotline:roster.print')}
        </a>
      </PageHead>
      <div className="paper">
        {justSaved && (
          <Warn tone="good" icon="check">
            <p role="status">{t('hotline:roster.saved')}</p>
          </Warn>
        )}
        <Section>
          {page.may.manage ? (
            // What was just kept is shown as it is written now.
            <DutyForm key={saved ? page.seen : week} page={page} reply={reply} />
          ) : (
            <DutyTable page={page} />
          )}
        </Section>
        {page.may.manage && <DutyHistory changes={page.changes} />}
      </div>
    </>
  )
}
