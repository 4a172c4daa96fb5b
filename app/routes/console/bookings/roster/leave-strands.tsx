import type { LeaveStatus } from '#db/vocabulary/bookings.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import type { StrandsShown } from '../strands-reply.server.ts'
import { StrandsTable } from '../strands.tsx'

/** DS-3: which visits lose their crew, before it is decided and after. */
export function LeaveStrands({ status, strands }: { status: LeaveStatus; strands: StrandsShown }) {
  const { t } = useWords()
  if (status !== 'asked' && status !== 'approved') return null
  const n = strands.visits.length
  return (
    <Section title={t('roster:strands.table')} right={n > 0 && n}>
      {n === 0 ? (
        <p className="muted">{t('roster:leave.strandsNone')}</p>
      ) : (
        <>
          <Warn icon="s-risk">
            {status === 'asked' ? (
              t('roster:leave.strands', { n })
            ) : (
              <>
                {t('roster:leave.strandsNow', { n })}{' '}
                <TextLink href="/console/bookings/stranded">{t('roster:strands.all')}</TextLink>
              </>
            )}
          </Warn>
          <div className="mt">
            <StrandsTable visits={strands.visits} />
          </div>
        </>
      )}
    </Section>
  )
}
