import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askLeave } from '#app/domain/crews/ask-leave.server.ts'
import { firstDayInTime } from '#app/domain/crews/first-day-in-time.server.ts'
import { AskLeaveForm } from '#app/domain/crews/leave-form.ts'
import { ownLeaves } from '#app/domain/crews/read-leaves.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { leaveView } from '#app/routes/leave-view.server.ts'
import { CrewPage, CrewTop } from '#app/ui/crew/frame.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { AskLeave } from './ask-leave.tsx'
import { OwnLeave } from './own-leave.tsx'
import { CrewTabs } from './tabs.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:work')
  const t = translate(ctx.locale)
  const search = new URL(request.url).searchParams
  const [found, { leaveHours }] = [await ownLeaves(ctx), await currentSettings(ctx)]
  const sent = found[0]?.late ? ('sentLate' as const) : ('sent' as const)
  return {
    title: `${t('roster:own.title')} – ${t('brand')}`,
    hasCrew: ctx.actor.crewId !== null,
    own: ctx.actor.name,
    leaves: found.map((leave) => leaveView(leave, ctx.now())),
    today: dayOf(ctx.now()),
    inTime: firstDayInTime(ctx.now(), leaveHours),
    leaveHours,
    submissionKey: newToken(),
    said: search.has('sent') ? sent : search.has('taken') ? ('taken' as const) : null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:work')
  return submitForm(await request.formData(), AskLeaveForm, async (form) => {
    await askLeave(ctx, form)
    return seeOther('/crew/leave?sent')
  })
}

/** A member's leave: what was asked and what was answered, and asking for more. */
export default function LeavePage() {
  const { t } = useWords()
  const { hasCrew, own, leaves, today, inTime, leaveHours, submissionKey, said } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <header>
        <CrewTop back={{ href: '/crew/me', label: t('crew:me.title') }} />
      </header>
      <CrewPage stack>
        <h1>{t('roster:own.title')}</h1>
        {said && !reply && (
          <Notice tone="done" icon="done">
            {t(`roster:own.${said}`, { n: leaveHours })}
          </Notice>
        )}
        <OwnLeave leaves={leaves} own={own} />
        {hasCrew ? (
          <AskLeave
            key={leaves[0]?.id}
            today={today}
            inTime={inTime}
            leaveHours={leaveHours}
            submissionKey={submissionKey}
            reply={reply}
          />
        ) : (
          <p className="muted">{t('crew:today.noCrew')}</p>
        )}
      </CrewPage>
      <CrewTabs current="me" />
    </>
  )
}
