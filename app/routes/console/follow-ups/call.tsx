import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useOutletContext } from '@remix-run/react'
import type { ReactNode } from 'react'
import { recordVerdict } from '#app/domain/complaints/record-verdict.server.ts'
import { VerdictOnCallForm } from '#app/domain/complaints/verdict-on-call-form.ts'
import { AnswersForm } from '#app/domain/follow-ups/answers-form.ts'
import { findFollowUp, readFollowUpId } from '#app/domain/follow-ups/find-follow-up.server.ts'
import { customerCalled } from '#app/domain/follow-ups/read-follow-up.server.ts'
import { nextFollowUp, readKind } from '#app/domain/follow-ups/list-follow-ups.server.ts'
import { recordAnswers } from '#app/domain/follow-ups/record-answers.server.ts'
import { recordInspection } from '#app/domain/follow-ups/record-inspection.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Side, ThreePane } from '#app/ui/console/layout.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { callAbout } from './call-about.ts'
import { CallDone } from './call-done.tsx'
import { CallForm } from './call-form.tsx'
import { afterCall } from './call-paths.ts'
import { CallSide } from './call-side.tsx'
import { callView } from './call-view.server.ts'
import { FollowUpClock } from './clock.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'follow-up:call')
  const call = await callView(ctx, readFollowUpId(params.id))
  const t = translate(ctx.locale)
  return {
    title: `${t('followUps:callTitle')} ${call.ticket.name} – ${t('brand')}`,
    call,
    saved: await customerCalled(ctx, new URL(request.url).searchParams.get('saved')),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'follow-up:call')
  const id = readFollowUpId(params.id)
  const call = await findFollowUp(ctx, id)
  const sent = await request.formData()
  const kind = readKind(new URL(request.url).searchParams.get('kind'))
  const onwards = async () => seeOther(afterCall(await nextFollowUp(ctx, id, kind), kind, id))
  if (call.kind === 'complaint') {
    return submitForm(sent, VerdictOnCallForm, async (form) => {
      await recordVerdict(ctx, id, form)
      return onwards()
    })
  }
  return submitForm(sent, AnswersForm, async (form) => {
    await (call.kind === 'inspection' ? recordInspection : recordAnswers)(ctx, id, form)
    return onwards()
  })
}

/** A refusal means that a colleague was quicker: what they did is shown. */
export const shouldRevalidate = () => true

export default function Call() {
  const { t, format } = useWords()
  const { call, saved } = useLoaderData<typeof loader>()
  const tray = useOutletContext<ReactNode>()
  const reply = useActionData<typeof action>()
  const { ticket, visit } = call
  return (
    <>
      <PageHead
        crumb={
          <>
            {call.status === 'due' && (
              <a className="skip" href="#say">
                {t('followUps:toScript')}
              </a>
            )}
            <Crumb
              label={t('followUps:title')}
              items={[{ href: '/console/follow-ups', label: t('followUps:title') }]}
            />
          </>
        }
        title={t('followUps:callTitle')}
        sub={
          call.kind === 'visit' && visit
            ? t('followUps:sub', {
                name: ticket.name,
                when: format.day(visit.finishedAt ?? visit.windowStart),
                skill: t(`followUps:about.${visit.skill}`),
              })
            : t('calls:sub', { name: ticket.name, what: callAbout(t, call.kind, null) })
        }
      >
        {call.status === 'due' && <FollowUpClock {...call} />}
      </PageHead>
      <ThreePane
        kind="call"
        first={tray}
        second={
          call.status === 'due' ? (
            <CallForm key={call.id} call={call} saved={saved} reply={reply} />
          ) : (
            <CallDone call={call} reply={reply} />
          )
        }
        third={
          <Side label={t(visit ? 'followUps:visit' : 'calls:toRead')}>
            <CallSide call={call} />
          </Side>
        }
      />
    </>
  )
}
