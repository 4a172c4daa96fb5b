import { useWords } from '#app/i18n/use-words.ts'
import { Section } from '#app/ui/console/sections.tsx'
import { Status, type StatusLook } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { withinDay } from '../civil-day.ts'
import type { CaseView } from './case-view.server.ts'

const verdictLook: Record<CaseView['terms'][number]['verdict'], StatusLook> = {
  applies: { tone: 'done', icon: 's-ok' },
  over: { tone: 'idle', icon: 's-cancel' },
  not_met: { tone: 'idle', icon: 's-cancel' },
  unknown: { tone: 'waiting', icon: 's-new' },
}

/** RX-2: which terms there are, why each applies or doesn't, and until when. */
export function TermsTable({ one }: { one: CaseView }) {
  const { t, format } = useWords()
  const { terms, today, daysSince, deliveredOn } = one
  const day = format.date(withinDay(today))
  return (
    <Section
      title={t('returns:case.terms')}
      right={
        daysSince === null
          ? t('returns:case.termsToday', { day })
          : t('returns:case.termsSince', { day, count: daysSince })
      }
    >
      {terms.length === 0 ? (
        <p className="muted">{t('returns:case.noTerms')}</p>
      ) : (
        <Table
          lines
          label={t('returns:case.terms')}
          head={[
            { label: t('returns:case.term') },
            { label: t('returns:case.basis') },
            { label: t('returns:case.until') },
            { label: t('returns:case.verdict') },
          ]}
        >
          {terms.map((term) => (
            <tr key={term.name} className={term.verdict === 'applies' ? 'on' : undefined}>
              <th scope="row">{term.name}</th>
              <td>
                {t(`returns:case.why.${term.why}`, {
                  day: deliveredOn === null ? '' : format.date(withinDay(deliveredOn)),
                })}
                {term.verdict === 'applies' && (
                  <div className="muted xs">
                    {t('returns:case.entitles', {
                      remedies: term.allowed
                        .map((remedy) => t(`returns:remedy.${remedy}`))
                        .join(' · '),
                    })}
                  </div>
                )}
              </td>
              <td className="nowrap" data-label={t('returns:case.until')}>
                {term.until === null ? (
                  <span className="muted">—</span>
                ) : (
                  format.date(withinDay(term.until))
                )}
              </td>
              <td className="nowrap">
                <Status {...verdictLook[term.verdict]}>
                  {term.overDays
                    ? t('returns:case.verdictOf.overDays', { count: term.overDays })
                    : t(`returns:case.verdictOf.${term.verdict}`)}
                </Status>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}
