import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { PromisedBy, PromiseOutcomeStatus } from '../dispatch/promise-outcome.tsx'
import { promisesPath } from '../dispatch/promise-look.ts'
import { useVisit } from './loaded-visit.ts'

/** The windows the customer was told, one after the other, and what became of each. */
export function VisitPromises() {
  const { promises, mayReadPromises } = useVisit()
  const { t, format } = useWords()
  if (!mayReadPromises) return null
  return (
    <Section
      title={t('promises:ofVisit')}
      right={<TextLink href={promisesPath}>{t('promises:ledger')}</TextLink>}
    >
      {promises.length === 0 ? (
        <p className="muted">{t('promises:noneOfVisit')}</p>
      ) : (
        <Table
          label={t('promises:ofVisit')}
          head={[
            { label: t('promises:window') },
            { label: t('promises:made') },
            { label: t('promises:result') },
          ]}
        >
          {promises.map((promise) => (
            <tr key={promise.id}>
              <th scope="row" className="nowrap">
                {format.day(promise.start)} {format.span(promise.start, promise.end)}
              </th>
              <td>
                <PromisedBy promise={promise} />
                <div className="muted xs">{t(`promises:origin.${promise.origin}`)}</div>
              </td>
              <td>
                <PromiseOutcomeStatus promise={promise} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}
