import type { ExtraDecision } from '#db/vocabulary/work.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import type { ConsoleIconName } from '#app/ui/icons.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { useVisit } from './loaded-visit.ts'

const decisionLook: Record<ExtraDecision, { tone: Tone; icon: ConsoleIconName }> = {
  accepted: { tone: 'done', icon: 's-ok' },
  declined: { tone: 'idle', icon: 's-cancel' },
  withdrawn: { tone: 'idle', icon: 'undo' },
}

/** VS-7: what was proposed at the home, what was said to it, and what the accepted ones come to. */
export function Extras() {
  const { extras, extrasAccepted: all } = useVisit()
  const { t, format } = useWords()
  if (extras.length === 0) return null
  return (
    <Section title={t('custody:visit.extras')}>
      <div className="row-lines">
        <Table
          label={t('custody:visit.extrasTable')}
          head={[
            { label: t('custody:visit.extra') },
            { label: t('custody:visit.time'), num: true },
            { label: t('custody:visit.price'), num: true },
            { label: t('custody:visit.answer') },
          ]}
        >
          {extras.map((extra) => (
            <tr key={extra.key}>
              <th scope="row">
                <span className="typed">{extra.what}</span>
                <div className="muted xs">{extra.proposedBy}</div>
              </th>
              <td className="num">{format.minutes(extra.minutes)}</td>
              <td className="num">{format.money(extra.price, extra.currency)}</td>
              <td>
                <Answer extra={extra} />
              </td>
            </tr>
          ))}
        </Table>
      </div>
      {all.count > 0 && (
        <div className="mt">
          <Facts
            items={[
              {
                term: t('custody:visit.total'),
                children: (
                  <b className="num">
                    {t('custody:visit.sum', {
                      price: format.money(all.price, all.currency),
                      time: format.minutes(all.minutes),
                    })}
                  </b>
                ),
              },
            ]}
          />
        </div>
      )}
    </Section>
  )
}

function Answer({ extra }: { extra: ReturnType<typeof useVisit>['extras'][number] }) {
  const { t, format } = useWords()
  const { decision, decidedBy, decidedAt, viaLink, consent } = extra
  if (decision === null) {
    return (
      <Status tone="waiting" icon="s-pause">
        {t('custody:visit.waiting')}
      </Status>
    )
  }
  return (
    <>
      <Status {...decisionLook[decision]}>{t(`words:extraDecision.${decision}`)}</Status>
      <div className="muted xs">
        {decidedBy !== null &&
          decidedAt !== null &&
          t('custody:visit.by', { name: decidedBy, at: format.moment(decidedAt) })}
        {viaLink && ` · ${t('custody:visit.viaLink')}`}
        {consent && (
          <>
            {' · '}
            <TextLink href={`/attachments/${consent}`} target="_blank">
              {t('custody:visit.consent', { name: decidedBy ?? '' })}
            </TextLink>
          </>
        )}
      </div>
    </>
  )
}
