import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Paper, WithSide } from '#app/ui/console/layout.tsx'
import { Ago, Crumb, PageHead } from '#app/ui/console/page.tsx'
import { MatterHead, Section, Warn } from '#app/ui/console/sections.tsx'
import { Status, Tag } from '#app/ui/console/status.tsx'

import { AnswerableSection } from './answerable/answerable-section.tsx'
import { ApprovalPanel } from './approval-panel.tsx'
import { caseLook, casePath, returnsPath } from './case-look.ts'
import { CaseSide } from './case-side.tsx'
import type { CaseView } from './case-view.server.ts'
import { CostTable } from './cost-table.tsx'
import { DecideForm } from './decide-form.tsx'
import { Decisions } from './decisions.tsx'
import { DueClock } from './due-clock.tsx'
import { PrintButton } from '../print-button.tsx'
import { TermsTable } from './terms-table.tsx'
import { useCase } from './use-case.ts'

/** RX-2, RX-3: one case on one page: what covers it, what each way costs, the decision, and what follows from it. */
export function CasePage({
  decided,
  deciding = false,
  approved,
  panel,
}: {
  /** What was wrong with a decision that was sent. */
  decided?: unknown
  /** The form of a decision was asked for. */
  deciding?: boolean
  /** What was wrong with an approval that was sent. */
  approved?: unknown
  /** A form that stands for the next step while it is open. */
  panel?: ReactNode
}) {
  const { t } = useWords()
  const one = useCase()
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('returns:case.crumb')}
            items={[{ href: returnsPath, label: t('returns:title') }, { label: one.number }]}
          />
        }
      >
        <PrintButton />
        <BtnLink variant="quiet" href={`${returnsPath}/ledger`}>
          {t('returns:case.ledger')}
        </BtnLink>
        {one.may.cancel && (
          <BtnLink variant="quiet" href={`${casePath(one.number)}/cancellation`}>
            {t('returns:case.cancel')}
          </BtnLink>
        )}
        {one.ticket && (
          <BtnLink icon="ticket" href={`/console/tickets/${one.ticket}`}>
            {t('returns:case.ticket', { number: one.ticket })}
          </BtnLink>
        )}
      </PageHead>
      <WithSide sideLabel={t('returns:case.side')} side={<CaseSide one={one} />}>
        <Paper>
          <Head one={one} />
          {panel}
          <Appealed one={one} />
          {(one.status === 'approving' || Boolean(approved)) && (
            <ApprovalPanel one={one} reply={approved} />
          )}
          <TermsTable one={one} />
          <Deciding one={one} reply={decided} asked={deciding} />
          <Decisions one={one} />
          <AnswerableSection />
        </Paper>
      </WithSide>
    </>
  )
}

function Head({ one }: { one: CaseView }) {
  const { t, format } = useWords()
  return (
    <MatterHead
      line={
        <>
          {one.number} · {t(`returns:reason.${one.reason}`)} ·{' '}
          <Ago iso={one.askedAt} exact={format.moment(one.askedAt)}>
            {t('returns:case.asked', { ago: format.distance(one.askedAt) })}
          </Ago>
        </>
      }
      tags={<Tag>{t('returns:case.wish', { wish: t(`returns:wish.${one.wish}`) })}</Tag>}
      title={t('returns:case.heading', { product: one.product, name: one.customer.name })}
      status={
        <>
          <Status {...caseLook[one.status]} filled>
            {t(`returns:status.${one.status}`)}
          </Status>
          {one.due && <DueClock due={one.due} dueAt={one.dueAt} />}
        </>
      }
    />
  )
}

/** What the customer said against the decision, or why it came to nothing. */
function Appealed({ one }: { one: CaseView }) {
  const { t, format } = useWords()
  if (one.cancelReason !== null) {
    return (
      <Section label={t('returns:status.cancelled')}>
        <Warn icon="s-cancel">{t('returns:case.cancelled', { reason: one.cancelReason })}</Warn>
      </Section>
    )
  }
  if (one.appeal === null) return null
  return (
    <Section title={t('returns:case.appealed')}>
      <Warn tone={one.status === 'appealed' ? 'bad' : 'waiting'} icon="flag">
        <p className="typed">{t('returns:case.said', { words: one.appeal.words })}</p>
        <p className="muted xs">
          {t('returns:case.appealedAt', {
            when: format.moment(one.appeal.at),
            level: t(`returns:level.${one.level}`),
          })}
        </p>
      </Warn>
    </Section>
  )
}

/** The form is open where a decision is what comes next; where one is made already, it is asked for. */
function Deciding({ one, reply, asked }: { one: CaseView; reply: unknown; asked: boolean }) {
  const { t } = useWords()
  const { ways } = one
  if (ways === null) return null
  const next = one.status === 'asked' || one.status === 'appealed'
  if (!one.may.decide) {
    return next || one.status === 'approving' ? (
      <CostTable ways={ways} level={one.level} chosen={null} />
    ) : null
  }
  // What was decided meanwhile makes it another form.
  const form = (
    <DecideForm key={`${one.status}-${one.decisions.length}`} one={one} ways={ways} reply={reply} />
  )
  if (next) return form
  return (
    <details className="sec fold deciding" open={asked || undefined}>
      <summary>{t('returns:decide.again')}</summary>
      <p className="muted">
        {t(one.status === 'approving' ? 'returns:decide.againPending' : 'returns:decide.againNote')}
      </p>
      {form}
    </details>
  )
}
