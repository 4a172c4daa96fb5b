import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { complaintPath, faultLook } from './complaint-look.ts'
import type { ComplaintView, FaultView } from './complaint-view.server.ts'

/** CP-2: the faults put to people of this complaint; none counts before it is decided. */
export function Faults({ complaint }: { complaint: ComplaintView }) {
  const { t } = useWords()
  if (complaint.faults.length === 0) return null
  return (
    <Section title={t('complaints:raise.title')}>
      {complaint.faults.map((fault) => (
        <FaultOf key={fault.id} fault={fault} complaint={complaint} />
      ))}
    </Section>
  )
}

function FaultOf({ fault, complaint }: { fault: FaultView; complaint: ComplaintView }) {
  const { t, format } = useWords()
  const typed = (words: string) => <span className="typed">{words}</span>
  return (
    <div className="mt">
      <h3 className="title">
        {fault.person.name}{' '}
        <Status {...faultLook[fault.status]}>{t(`complaints:faultStatus.${fault.status}`)}</Status>
      </h3>
      <Facts
        items={[
          { term: t('complaints:raise.kind'), children: t(`complaints:fault.${fault.kind}`) },
          {
            term: t('complaints:raise.what'),
            children: typed(fault.what),
            hint: t('complaints:byAt', {
              name: fault.raisedBy ?? '',
              at: format.moment(fault.raisedAt),
            }),
          },
          fault.answer !== null && fault.answeredAt
            ? {
                term: t('complaints:hear.title'),
                children: typed(fault.answer),
                hint: format.moment(fault.answeredAt),
              }
            : {
                term: t('complaints:hear.title'),
                children: t('complaints:hear.until', { at: format.moment(fault.answerBy) }),
              },
          ...(fault.decidedAt
            ? [
                {
                  term: t('complaints:decide.title'),
                  children: typed(fault.decisionWhy ?? ''),
                  hint: t('complaints:byAt', {
                    name: fault.decidedBy ?? '',
                    at: format.moment(fault.decidedAt),
                  }),
                },
              ]
            : []),
        ]}
      />
      {!fault.decidedAt && complaint.may.faults && (
        <div className="actions mt">
          <BtnLink href={`${complaintPath(complaint.number)}/faults/${fault.id}`}>
            {t('complaints:decide.do', { name: fault.person.name })}
          </BtnLink>
        </div>
      )}
    </div>
  )
}
