import { useWords } from '#app/i18n/use-words.ts'
import { SheetSection, SheetTable } from '#app/ui/paper/sheet.tsx'
import type { SignedContent } from './record-view.server.ts'

interface Props {
  content: SignedContent
}

/** VS-1: what was damaged before the work began, and who at the home has seen it. */
export function Damages({ content: { damages } }: Props) {
  const { t, format } = useWords()
  if (!damages?.length) return null
  return (
    <SheetSection title={t('record:damages')}>
      <ul className="lines">
        {damages.map(({ what, acknowledgedBy: name, acknowledgedAt }, i) => (
          <li key={i}>
            <p className="typed">{what}</p>
            <p className="by">
              {name && acknowledgedAt
                ? t('record:acknowledged', { name, at: format.dated(acknowledgedAt) })
                : t('record:unacknowledged')}
            </p>
          </li>
        ))}
      </ul>
    </SheetSection>
  )
}

/** VS-7: what was proposed on site, and what the customer said to it. */
export function Extras({ content: { extras } }: Props) {
  const { t, format } = useWords()
  if (!extras?.length) return null
  return (
    <SheetSection title={t('record:extras')}>
      <SheetTable
        head={[
          { label: t('record:extra') },
          { label: t('record:minutes'), num: true, size: 'middle' },
          { label: t('record:price'), num: true, size: 'middle' },
          { label: t('record:answer') },
        ]}
      >
        {extras.map(({ what, minutes, price, currency, decision, decidedBy, decidedAt }, i) => {
          const said = decision && {
            decision: t(`words:extraDecision.${decision}`),
            at: decidedAt ? format.dated(decidedAt) : '',
          }
          return (
            <tr key={i}>
              <td className="typed">{what}</td>
              <td className="num">{minutes != null && format.minutes(minutes)}</td>
              <td className="num">{price != null && format.money(price, currency ?? undefined)}</td>
              <td>
                {!said
                  ? t('record:unanswered')
                  : decidedBy
                    ? t('record:answered', { ...said, name: decidedBy })
                    : t('record:answeredNobody', said)}
              </td>
            </tr>
          )
        })}
      </SheetTable>
    </SheetSection>
  )
}

/** VS-4, VS-5: what left the home, what came back, and why an original stayed. */
export function Custody({ content: { taken, returned, notCollectedBecause } }: Props) {
  const { t, format } = useWords()
  if (!taken?.length && !returned?.length && !notCollectedBecause) return null
  const day = (civil: string) => format.wholeDay(`${civil}T04:00:00Z`)
  return (
    <SheetSection title={t('record:custody')}>
      <ul className="lines">
        {(taken ?? []).map(
          ({ purpose, item, number, condition, handedBy, takenAt, backOn, reason }, i) => (
            <li key={`taken ${i}`}>
              {t('record:taken', {
                purpose: purpose ? t(`words:custodyPurpose.${purpose}`) : '',
                item,
                number: number ?? '',
              })}
              <p className="by">
                {t('record:takenText', {
                  condition: [condition, reason].filter(Boolean).join('；'),
                  name: handedBy ?? '',
                  at: takenAt ? format.dated(takenAt) : '',
                })}{' '}
                {backOn && t('record:backOn', { day: day(backOn) })}
              </p>
            </li>
          ),
        )}
        {(returned ?? []).map(
          ({ item, number, receivedBy, returnedAt, reclaimed, notReclaimedBecause }, i) => (
            <li key={`returned ${i}`}>
              {t('record:returned', { item, number: number ?? '' })}
              <p className="by">
                {t('record:returnedText', {
                  name: receivedBy ?? '',
                  at: returnedAt ? format.dated(returnedAt) : '',
                })}{' '}
                {reclaimed
                  ? t('record:reclaimed')
                  : t('record:notReclaimed', { because: notReclaimedBecause ?? '' })}
              </p>
            </li>
          ),
        )}
        {notCollectedBecause && (
          <li>{t('record:notCollected', { because: notCollectedBecause })}</li>
        )}
      </ul>
    </SheetSection>
  )
}
