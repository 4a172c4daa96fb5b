import { useWords } from '#app/i18n/use-words.ts'
import { Ago } from '#app/ui/console/page.tsx'
import { MiniList, Section } from '#app/ui/console/sections.tsx'
import { Status, ticketStatusLook } from '#app/ui/console/status.tsx'
import { caseLook, casePath } from './case-look.ts'
import type { CaseView } from './case-view.server.ts'

/** RX-2: what there was with this customer before. */
export function CaseHistory({ one }: { one: CaseView }) {
  const { t, format } = useWords()
  const { history } = one
  if (history === null) return null
  const first = history.tickets === 0 && history.returns === 0
  return (
    <Section
      title={t('returns:case.history')}
      right={
        history.grade === null
          ? t('returns:case.noGrade')
          : t('returns:case.grade', { grade: history.grade })
      }
    >
      <p className="muted">
        {first ? t('returns:case.firstTime') : t('returns:case.counts', history)}
      </p>
      {history.cases.length > 0 && (
        <MiniList
          items={history.cases.map((before) => ({
            href: casePath(before.number),
            number: before.number,
            status: (
              <Status {...caseLook[before.status]}>{t(`returns:status.${before.status}`)}</Status>
            ),
            text: [
              before.product,
              t(`returns:reason.${before.reason}`),
              before.remedy && t(`returns:remedy.${before.remedy}`),
            ]
              .filter(Boolean)
              .join(' · '),
            foot: (
              <Ago iso={before.askedAt} exact={format.moment(before.askedAt)}>
                {format.distance(before.askedAt)}
              </Ago>
            ),
          }))}
        />
      )}
      {history.earlier.length > 0 && (
        <MiniList
          items={history.earlier.map((ticket) => ({
            href: `/console/tickets/${ticket.number}`,
            number: ticket.number,
            status: (
              <Status {...ticketStatusLook[ticket.status]}>
                {t(`words:ticketStatus.${ticket.status}`)}
              </Status>
            ),
            text: ticket.title,
            foot: (
              <Ago iso={ticket.createdAt} exact={format.moment(ticket.createdAt)}>
                {format.distance(ticket.createdAt)}
              </Ago>
            ),
          }))}
        />
      )}
    </Section>
  )
}
