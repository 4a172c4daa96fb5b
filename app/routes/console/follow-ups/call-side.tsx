import { useWords } from '#app/i18n/use-words.ts'
import { maxAttempts } from '#db/vocabulary/follow-ups.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Ago } from '#app/ui/console/page.tsx'
import { type EventItem, Events, Facts, Section } from '#app/ui/console/sections.tsx'
import { Status, ticketStatusLook } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import type { CallView } from './call-view.server.ts'

/** What the caller looks at while talking. */
export function CallSide({ call }: { call: CallView }) {
  return (
    <>
      <Attempts {...call} />
      {call.visit && <Visit visit={call.visit} />}
      <Ticket {...call} />
      {call.earlier.length > 0 && <Earlier {...call} />}
    </>
  )
}

const outcomeIcon = { answered: 'call', no_answer: 's-cancel', call_back: 'cal' } as const

function Attempts({ attempts, unanswered, status, nextTry }: CallView) {
  const { t, format } = useWords()
  const made: EventItem[] = attempts.map((one) => ({
    key: String(one.attempt),
    icon: outcomeIcon[one.outcome],
    tone: one.outcome === 'answered' ? 'done' : 'idle',
    what: t(`words:attempt.${one.outcome}`),
    by: [one.by, one.note].filter(Boolean).join(' · '),
    at: (
      <Ago iso={one.at} exact={format.moment(one.at)}>
        {format.distance(one.at)}
      </Ago>
    ),
  }))
  const next: EventItem = {
    key: 'next',
    icon: 's-plan',
    what: t('followUps:next'),
    by: nextTry ? t('followUps:nextTry', { when: format.moment(nextTry) }) : t('followUps:lastTry'),
  }
  return (
    <Section
      title={t('followUps:attempts')}
      right={t('followUps:attemptsOf', { count: unanswered, max: maxAttempts })}
    >
      {made.length === 0 && <p className="muted">{t('followUps:noAttempts')}</p>}
      <Events items={status === 'due' ? [...made, next] : made} />
    </Section>
  )
}

function Visit({ visit }: { visit: NonNullable<CallView['visit']> }) {
  const { t, format } = useWords()
  const { arrivedAt, lateMinutes, earlyMinutes, finishedAt, signedAt } = visit
  const missing = <span className="muted">{t('followUps:notRecorded')}</span>
  return (
    <Section title={t('followUps:visit')}>
      <Facts
        items={[
          { term: t('followUps:work'), children: visit.work },
          ...(visit.workDone ? [{ term: t('followUps:workDone'), children: visit.workDone }] : []),
          { term: t('followUps:crew'), children: visit.crew },
          {
            term: t('followUps:agreed'),
            children: `${format.day(visit.windowStart)} ${format.span(visit.windowStart, visit.windowEnd)}`,
          },
          {
            term: t('followUps:arrived'),
            children: arrivedAt ? (
              <>
                {format.time(arrivedAt)}{' '}
                {lateMinutes > 0 ? (
                  <Status tone="trouble" icon="s-late">
                    {t('followUps:late', { time: format.minutes(lateMinutes) })}
                  </Status>
                ) : earlyMinutes > 0 ? (
                  <Status tone="waiting" icon="s-new">
                    {t('followUps:early', { time: format.minutes(earlyMinutes) })}
                  </Status>
                ) : (
                  <Status tone="done" icon="s-ok">
                    {t('followUps:inWindow')}
                  </Status>
                )}
              </>
            ) : (
              missing
            ),
          },
          {
            term: t('followUps:finished'),
            children: finishedAt ? (
              <>
                {format.time(finishedAt)}
                {t('admin:comma')}
                {signedAt
                  ? t('followUps:signed', { when: format.time(signedAt) })
                  : t('followUps:notSigned')}
              </>
            ) : (
              missing
            ),
          },
          { term: t('followUps:checklist'), children: t('followUps:checks', visit.checks) },
        ]}
      />
    </Section>
  )
}

function Ticket({ ticket, complaint }: CallView) {
  const { t } = useWords()
  return (
    <Section
      title={t('followUps:ticket')}
      right={<TextLink href={`/console/tickets/${ticket.number}`}>{ticket.number}</TextLink>}
    >
      <p>
        <Status {...ticketStatusLook[ticket.status]}>
          {t(`words:ticketStatus.${ticket.status}`)}
        </Status>{' '}
        {t(`words:ticketKind.${ticket.kind}`)} · {ticket.product}
      </p>
      <p className="mt">{ticket.description}</p>
      {ticket.solution && (
        <p className="mt">
          <span className="muted">{t('followUps:solution')}</span> {ticket.solution}
        </p>
      )}
      {complaint && (
        <p className="mt">
          {t('followUps:complaint')}{' '}
          <TextLink href={`/console/tickets/${complaint}`}>{complaint}</TextLink>
        </p>
      )}
    </Section>
  )
}

function Earlier({ earlier }: CallView) {
  const { t, format } = useWords()
  return (
    <Section
      title={t('followUps:before')}
      right={t('followUps:ratings', { count: earlier.length })}
    >
      <Table
        head={[
          { label: t('followUps:visit') },
          { label: t('followUps:score'), num: true },
          { label: t('followUps:recommendShort'), num: true },
        ]}
      >
        {earlier.map((one) => (
          <tr key={one.visitId}>
            <th scope="row">
              {t(`followUps:about.${one.skill}`)} {format.day(one.at)}
            </th>
            <td className="num">{one.average.toFixed(1)}</td>
            <td className="num">{one.recommend ?? '–'}</td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}
