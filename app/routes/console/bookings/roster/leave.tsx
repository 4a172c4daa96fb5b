import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import { approveLeave, leaveSubject, refuseLeave } from '#app/domain/crews/decide-leave.server.ts'
import { readLeaveId } from '#app/domain/crews/find-leave.server.ts'
import { DecideLeaveForm } from '#app/domain/crews/leave-form.ts'
import { readLeave } from '#app/domain/crews/read-leaves.server.ts'
import { withdrawLeave } from '#app/domain/crews/withdraw-leave.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { PageHead } from '#app/ui/console/page.tsx'
import roster from '#app/ui/console/roster.css?url'
import { Facts, Section, Warn } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { History } from '../history.tsx'
import { changeViews } from '../history.server.ts'
import { leaveTimeWords } from '#app/routes/leave-words.ts'
import { leaveView } from '#app/routes/leave-view.server.ts'
import { BookingsCrumb } from '../roster-crumb.tsx'
import { SavedLine } from '../saved-line.tsx'
import { strandsShown, submitChange } from '../strands-reply.server.ts'
import { Decision, Withdrawal } from './decision.tsx'
import { leaveLook } from './leave-look.ts'
import { LeaveStrands } from './leave-strands.tsx'
import { Ahead } from './pending-leave.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: roster }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'roster:read')
  const id = readLeaveId(params.id)
  const { leave, leaveHours, strands, may } = await readLeave(ctx, id)
  const t = translate(ctx.locale)
  const crew = ctx.locale === 'en' ? leave.crewEn : leave.crewZh
  const who = leave.member ?? t('roster:leave.wholeCrew', { crew })
  const heading = t('roster:leave.title', { who })
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    who,
    leave: leaveView(leave, ctx.now()),
    leaveHours,
    strands: strandsShown(strands),
    may,
    changes: changeViews(await listChanges(ctx, [leaveSubject(id)])),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'roster:read')
  const id = readLeaveId(params.id)
  return submitChange(await request.formData(), DecideLeaveForm, async (form) => {
    if (form.decision === 'withdrawn') await withdrawLeave(ctx, id)
    else if (form.decision === 'refused') await refuseLeave(ctx, id, form.words)
    else await approveLeave(ctx, id, { words: form.words, agreed: form.strands })
    return seeOther(`/console/bookings/roster/leave/${id}`)
  })
}

export default function LeavePage() {
  const { t, format, locale } = useWords()
  const data = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { leave, leaveHours, may } = data
  return (
    <>
      <PageHead crumb={<BookingsCrumb under="roster" />} title={data.heading}>
        <Status {...leaveLook[leave.status]}>{t(`roster:leave.status.${leave.status}`)}</Status>
      </PageHead>
      <SavedLine />
      <div className="paper">
        <Section title={t('roster:leave.facts')}>
          <Facts
            items={[
              { term: t('roster:leave.member'), children: data.who },
              {
                term: t('roster:leave.crew'),
                children: locale === 'en' ? leave.crewEn : leave.crewZh,
              },
              {
                term: t('roster:leave.time'),
                children: (
                  <>
                    {leaveTimeWords(t, format, leave)} <Ahead {...{ leave, leaveHours }} />
                  </>
                ),
              },
              { term: t('roster:leave.reason'), children: <p className="typed">{leave.reason}</p> },
              {
                term: t('roster:leave.asked'),
                children: t('roster:leave.askedBy', {
                  name: leave.asker ?? '',
                  at: format.moment(leave.askedAt),
                }),
              },
              ...(leave.decidedAt
                ? [
                    {
                      term: t('roster:leave.decided'),
                      children: t('roster:leave.decidedBy', {
                        name: leave.decider ?? '',
                        at: format.moment(leave.decidedAt),
                      }),
                    },
                    ...(leave.decision
                      ? [{ term: t('roster:leave.words'), children: leave.decision }]
                      : []),
                  ]
                : []),
            ]}
          />
          {leave.status === 'asked' && leave.late && (
            <div className="mt">
              <Warn icon="s-late">{t('roster:leave.lateNote', { needed: leaveHours })}</Warn>
            </div>
          )}
        </Section>
        <LeaveStrands status={leave.status} strands={data.strands} />
        {leave.status === 'asked' && (
          <Decision may={may.decide} strands={data.strands} reply={reply} over={leave.over} />
        )}
        {may.withdraw && <Withdrawal approved={leave.status === 'approved'} />}
        {data.changes.length > 0 && <History changes={data.changes} />}
      </div>
    </>
  )
}
