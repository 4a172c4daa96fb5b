import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AnswerFaultForm } from '#app/domain/complaints/complaint-forms.ts'
import { answerFault, findOwnFault, readFaultId } from '#app/domain/complaints/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { TextAreaDense } from '#app/ui/console/fields.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { faultLook, ownRecordPath } from '../complaints/complaint-look.ts'
import { PagePanel } from '../page-panel.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request)
  const fault = await findOwnFault(ctx, readFaultId(params.id))
  const t = translate(ctx.locale)
  const { kind, status, what, answer, decisionWhy } = fault
  return {
    title: `${t('complaints:hear.page')} – ${t('brand')}`,
    fault: {
      kind,
      status,
      what,
      answer,
      decisionWhy,
      raisedAt: fault.raisedAt.toISOString(),
      answerBy: fault.answerBy.toISOString(),
      decided: fault.decidedAt !== null,
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request)
  const { id } = await findOwnFault(ctx, readFaultId(params.id))
  return submitForm(await request.formData(), AnswerFaultForm, async (form) => {
    await answerFault(ctx, id, form)
    return seeOther(ownRecordPath)
  })
}

/** CP-2: a fault put to oneself, and one's own side of it. */
export default function Fault() {
  const { fault } = useLoaderData<typeof loader>()
  const { t, format } = useWords()
  const f = useFormOf<'answer'>('hear', {
    reply: useActionData<typeof action>(),
    defaults: { answer: fault.answer },
  })
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('complaints:page.crumb')}
            items={[{ href: ownRecordPath, label: t('complaints:record.own') }]}
          />
        }
        title={t('complaints:hear.page')}
      >
        <Status {...faultLook[fault.status]} filled>
          {t(`complaints:faultStatus.${fault.status}`)}
        </Status>
      </PageHead>
      <div className="paper">
        <Section title={t(`complaints:fault.${fault.kind}`)}>
          <Facts
            items={[
              {
                term: t('complaints:raise.what'),
                children: <span className="typed">{fault.what}</span>,
                hint: format.moment(fault.raisedAt),
              },
              { term: t('complaints:hear.by'), children: format.moment(fault.answerBy) },
              ...(fault.decided
                ? [
                    { term: t('complaints:hear.title'), children: fault.answer ?? '–' },
                    { term: t('complaints:decide.title'), children: fault.decisionWhy },
                  ]
                : []),
            ]}
          />
        </Section>
        {(!fault.decided || f.formError) && (
          <PagePanel
            page={ownRecordPath}
            title={t('complaints:hear.do')}
            lede={t('complaints:hear.lede')}
            submit={t('complaints:hear.submit')}
            formError={f.formError}
            {...f.form}
          >
            <TextAreaDense
              {...f.field('answer')}
              wide
              rows={6}
              label={t('complaints:hear.words')}
            />
          </PagePanel>
        )}
      </div>
    </>
  )
}
