import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { readComplaint } from '#app/domain/complaints/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Column, WithSide } from '#app/ui/console/layout.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { MatterHead, Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { complaintLook, complaintPath, complaintsPath } from './complaint-look.ts'
import { Answer, Findings, NextStep } from './complaint-parts.tsx'
import { ComplaintSide } from './complaint-side.tsx'
import { type ComplaintView, complaintView } from './complaint-view.server.ts'
import { Faults } from './faults.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Also after a refusal: what a colleague changed is shown. */
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'complaint:handle')
  const complaint = await complaintView(ctx, await readComplaint(ctx, params.number ?? ''))
  const t = translate(ctx.locale)
  return {
    title: `${t('complaints:page.title', { number: complaint.number })} – ${t('brand')}`,
    submissionKey: newToken(),
    complaint,
  }
}

/** CP-1: a complaint on one page: what was said, what was found out, the answer, the verdict, whom it is about. */
export default function Complaint() {
  const { complaint, submissionKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('complaints:page.crumb')}
            items={[
              { href: complaintsPath, label: t('complaints:title') },
              { label: complaint.number },
            ]}
          />
        }
      >
        <ComplaintActions complaint={complaint} />
      </PageHead>
      <WithSide
        sideLabel={t('complaints:page.facts')}
        side={<ComplaintSide complaint={complaint} />}
      >
        <Column>
          <MatterHead
            line={`${complaint.number} · ${t(`words:channel.${complaint.channel}`)}`}
            title={t('complaints:page.heading', { name: complaint.customer })}
            status={
              <Status {...complaintLook[complaint.status]} filled>
                {t(`complaints:status.${complaint.status}`)}
              </Status>
            }
          />
          <Outlet context={{ ...complaint, submissionKey }} />
          <NextStep complaint={complaint} />
          <Section title={t('complaints:page.words')}>
            <p className="typed">{complaint.words}</p>
          </Section>
          <Findings complaint={complaint} />
          <Answer complaint={complaint} />
          <Faults complaint={complaint} />
        </Column>
      </WithSide>
    </>
  )
}

function ComplaintActions({ complaint }: { complaint: ComplaintView }) {
  const { t } = useWords()
  const { may, number } = complaint
  const at = complaintPath(number)
  return (
    <>
      {may.reopen && (
        <BtnLink variant="quiet" href={`${at}/reopening`}>
          {t('complaints:reopen.do')}
        </BtnLink>
      )}
      {may.close && (
        <BtnLink variant="quiet" href={`${at}/closure`}>
          {t('complaints:close.do')}
        </BtnLink>
      )}
      {may.faults && (
        <BtnLink icon="alert" href={`${at}/faults`}>
          {t('complaints:raise.do')}
        </BtnLink>
      )}
      <BtnLink icon="ticket" href={`/console/tickets/${number}`}>
        {t('complaints:page.ticket')}
      </BtnLink>
    </>
  )
}
