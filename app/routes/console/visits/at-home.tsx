import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { type EventItem, Events, PhotosGrid, Section, Warn } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { withinDay } from '../civil-day.ts'
import { receiptPath } from '../custody/custody-look.ts'
import { Extras } from './extras-section.tsx'
import { useVisit } from './loaded-visit.ts'

/** When the work rested; what was found, agreed, taken and brought back at the home (VS-1, VS-2, VS-4, VS-5, VS-7). */
export function AtHome() {
  return (
    <>
      <Pauses />
      <Damages />
      <Extras />
      <Custody />
    </>
  )
}

/** VS-2 */
function Pauses() {
  const { pauses } = useVisit()
  const { t, format } = useWords()
  if (pauses.length === 0) return null
  return (
    <Section title={t('custody:visit.pauses')}>
      <Events
        items={pauses.map(({ reason, note, at, until, by }) => ({
          key: at,
          icon: 's-pause',
          tone: until ? 'idle' : 'waiting',
          what: t(`words:pauseReason.${reason}`),
          by,
          ...(note ? { change: <span className="typed">{note}</span> } : {}),
          at: (
            <time className="at" dateTime={at}>
              {until
                ? t('custody:visit.pausedUntil', {
                    at: format.moment(at),
                    until: format.time(until),
                  })
                : t('custody:visit.pausedSince', { at: format.moment(at) })}
            </time>
          ),
        }))}
      />
    </Section>
  )
}

function Damages() {
  const { damages } = useVisit()
  const { t, format } = useWords()
  if (damages.length === 0) return null
  const pictures = damages.flatMap(({ what, photos, consent, acknowledged }) => [
    ...photos.map((id, index) => ({
      id,
      alt: t('custody:visit.damagePhoto', { what, n: index + 1 }),
      caption: what,
    })),
    ...(consent && acknowledged
      ? [
          {
            id: consent,
            alt: t('custody:visit.consent', { name: acknowledged.by }),
            caption: acknowledged.by,
          },
        ]
      : []),
  ])
  return (
    <Section title={t('custody:visit.damages')}>
      <Events
        items={damages.map(({ key, what, at, by, acknowledged }) => ({
          key,
          icon: 'alert',
          tone: acknowledged ? 'done' : 'waiting',
          what: <span className="typed">{what}</span>,
          by,
          change: acknowledged
            ? t('custody:visit.acknowledged', {
                name: acknowledged.by,
                at: format.moment(acknowledged.at),
              })
            : t('custody:visit.unacknowledged'),
          at: (
            <time className="at" dateTime={at}>
              {format.moment(at)}
            </time>
          ),
        }))}
      />
      {pictures.length > 0 && (
        <div className="mt">
          <PhotosGrid
            items={pictures.map(({ id, ...picture }) => ({
              ...picture,
              href: `/attachments/${id}`,
              src: `/attachments/${id}`,
            }))}
          />
        </div>
      )}
    </Section>
  )
}

function Custody() {
  const { custody, notCollectedBecause } = useVisit()
  const { t } = useWords()
  const lines = useCustodyLines()
  if (custody.length === 0 && notCollectedBecause === null) return null
  return (
    <Section title={t('custody:visit.custody')}>
      {notCollectedBecause !== null && (
        <Warn icon="box">
          <b>{t('custody:visit.notCollected')}</b>
          <p className="typed">{notCollectedBecause}</p>
        </Warn>
      )}
      <Events items={lines} />
    </Section>
  )
}

/** One line for each time an item left or came back on this visit, and for what is still to be brought back. */
function useCustodyLines(): EventItem[] {
  const { custody, mayReadCustody } = useVisit()
  const { t, format } = useWords()
  return custody.flatMap(({ number, item, purpose, backOn, taken, returned, away }) => {
    const receipt = mayReadCustody ? (
      <TextLink href={receiptPath(number)}>{number}</TextLink>
    ) : (
      number
    )
    const due = away && backOn && t('custody:visit.due', { day: format.day(withinDay(backOn)) })
    const time = (at: string) => (
      <time className="at" dateTime={at}>
        {format.moment(at)}
      </time>
    )
    const lines: EventItem[] = []
    if (taken) {
      lines.push({
        key: `${number} taken`,
        icon: 'box',
        tone: away ? 'waiting' : 'done',
        what: t('custody:visit.taken', { item }),
        by: taken.by,
        change: (
          <>
            {receipt} · {t(`words:custodyPurpose.${purpose}`)}
            {due && ` · ${due}`}
          </>
        ),
        at: time(taken.at),
      })
    }
    if (returned) {
      lines.push({
        key: `${number} returned`,
        icon: 's-ok',
        tone: 'done',
        what: t('custody:visit.returned', { item }),
        by: returned.by,
        change: receipt,
        at: time(returned.at),
      })
    }
    if (!taken && !returned) {
      lines.push({
        key: `${number} away`,
        icon: 'box',
        tone: 'waiting',
        what: t('custody:visit.toGiveBack', { item }),
        change: (
          <>
            {receipt}
            {due && ` · ${due}`}
          </>
        ),
      })
    }
    return lines
  })
}

/** VS-4: how the work ended, where it isn't simply done. */
export function Outcome() {
  const { outcome } = useVisit()
  const { t } = useWords()
  if (outcome === null || outcome === 'done') return null
  const look =
    outcome === 'escalated'
      ? ({ tone: 'trouble', icon: 'flag' } as const)
      : ({ tone: 'waiting', icon: 'box' } as const)
  return (
    <p>
      <span className="vh">{t('custody:visit.outcome')} </span>
      <Status {...look}>{t(`words:outcome.${outcome}`)}</Status>
    </p>
  )
}
