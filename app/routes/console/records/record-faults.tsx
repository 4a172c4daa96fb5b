import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Facts } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { faultLook, ownFaultPath } from '../complaints/complaint-look.ts'
import type { RecordView } from './record-view.server.ts'

/** CP-2: what was put to them, what they said, what was decided. */
export function RecordFaults({ record }: { record: RecordView }) {
  const { t, format } = useWords()
  return record.faults.rows.map((fault) => (
    <div className="mt" key={fault.id}>
      <h3 className="title">
        {t(`complaints:fault.${fault.kind}`)}{' '}
        <Status {...faultLook[fault.status]}>{t(`complaints:faultStatus.${fault.status}`)}</Status>
      </h3>
      <Facts
        items={[
          {
            term: t('complaints:raise.what'),
            children: <span className="typed">{fault.what}</span>,
            hint: format.dated(fault.raisedAt),
          },
          fault.answer !== null && fault.answeredAt
            ? {
                term: t('complaints:hear.title'),
                children: <span className="typed">{fault.answer}</span>,
                hint: format.dated(fault.answeredAt),
              }
            : {
                term: t('complaints:hear.title'),
                children: t('complaints:hear.until', { at: format.moment(fault.answerBy) }),
              },
          ...(fault.decidedAt
            ? [
                {
                  term: t('complaints:decide.title'),
                  children: <span className="typed">{fault.decisionWhy}</span>,
                  hint: format.dated(fault.decidedAt),
                },
              ]
            : []),
        ]}
      />
      {record.own && !fault.decidedAt && (
        <div className="actions mt">
          <BtnLink href={ownFaultPath(fault.id)}>
            {t(fault.answer === null ? 'complaints:hear.do' : 'complaints:hear.change')}
          </BtnLink>
        </div>
      )}
    </div>
  ))
}
