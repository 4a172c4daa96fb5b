import { useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { MiniList, Warn } from '#app/ui/console/sections.tsx'
import { Status, ticketStatusLook } from '#app/ui/console/status.tsx'
import { When } from '../tickets/conversation.tsx'
import type { CapacityData } from './capacity.tsx'
import { type Place, windowPath } from './place.ts'
import { CloseForm, Reopen } from './window-forms.tsx'
import { CrewsOfWindow, Standing } from './window-crews.tsx'
import type { WindowView } from './window-view.server.ts'

/** The chosen window: who goes, who could still go, and what can be done about it. */
export function WindowPanel({
  window,
  place,
  may,
  waiting,
  act,
  reply,
}: {
  window: WindowView
  place: Place
  may: { manage: boolean; overbook: boolean }
  waiting: CapacityData['waiting']
  /** What a key asked for on the table. */
  act: string | null
  reply: unknown
}) {
  const { t, format, locale } = useWords()
  const en = locale === 'en'
  const area = en ? window.areaEn : window.areaZh
  const opening = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (act === 'open') opening.current?.querySelector<HTMLElement>('button, a')?.focus()
  }, [act])
  const fullNow =
    !window.past && !window.closedAt && window.left === 0 && (window.worked || window.places > 0)
  const overbooks = may.overbook && fullNow
  return (
    <section className="sec" id="window" aria-labelledby="window-title">
      <p className="no">
        {t('bookings:panel.of', { service: t(`words:skill.${window.service}`), area })}
      </p>
      <h2 className="panel-when" id="window-title">
        {format.day(window.start)} {format.span(window.start, window.end)}
      </h2>
      <p className="title mt">
        <Standing window={window} />
        {!window.past && (
          <span className="muted xs">
            {window.left > 0 && !window.closedAt
              ? t('bookings:panel.left', { count: window.left })
              : t('bookings:panel.hidden')}
          </span>
        )}
      </p>
      {window.held > 0 && !window.past && (
        <p className="xs muted mt">{t('bookings:panel.held', { count: window.held })}</p>
      )}
      {window.closedAt && (
        <div className="mt">
          <Warn icon="s-pause">
            <p>
              {t('bookings:panel.closedBy', {
                name: window.closedBy ?? '',
                at: format.moment(window.closedAt),
              })}
            </p>
            <p className="muted">
              {window.closeReason
                ? t('bookings:panel.reason', { reason: window.closeReason })
                : t('bookings:panel.noReason')}
            </p>
          </Warn>
        </div>
      )}
      <CrewsOfWindow window={window} />
      {window.visits
        .filter(({ overbookedBy }) => overbookedBy !== null)
        .map((visit) => (
          <p key={visit.id} className="mt">
            <Status tone="trouble" icon="alert">
              {t('bookings:panel.overbooked')}
            </Status>{' '}
            {visit.name}
            <span className="muted">
              {en ? ', ' : '，'}
              {t('bookings:panel.overbookedBy', {
                name: visit.overbookedBy ?? '',
                reason: visit.overbookReason ?? '',
              })}
            </span>
          </p>
        ))}
      <div ref={opening}>
        {may.manage && !window.past && window.closedAt && <Reopen window={window} reply={reply} />}
        {overbooks && <LetIn window={window} waiting={waiting} />}
        {fullNow && !may.overbook && (
          <p className="xs muted mt">{t('bookings:panel.overbookWho')}</p>
        )}
      </div>
      {may.manage && !window.past && !window.closedAt && (
        <CloseForm window={window} reply={reply} asked={act === 'close'} />
      )}
      <Nearest window={window} place={place} />
    </section>
  )
}

/** Whom to let in beyond the capacity: who waits in this area for such a visit. */
function LetIn({ window, waiting }: { window: WindowView; waiting: CapacityData['waiting'] }) {
  const { t } = useWords()
  return (
    <div className="mt">
      <h3>{t('bookings:panel.overbook')}</h3>
      <p className="xs muted">{t('bookings:panel.overbookHint')}</p>
      <MiniList
        items={waiting.map(({ number, name, status, createdAt }) => ({
          href: `/console/tickets/${number}/visits?skill=${window.service}&days=60&window=${window.id}`,
          number,
          status: (
            <Status {...ticketStatusLook[status]}>{t(`words:ticketStatus.${status}`)}</Status>
          ),
          text: name,
          foot: <When iso={createdAt} />,
        }))}
      />
      <p className="xs">
        <TextLink href={`/console/tickets?queue=open&kind=${window.service}`}>
          {t(waiting.length > 0 ? 'bookings:panel.overbookOther' : 'bookings:panel.overbookNone')}
        </TextLink>
      </p>
    </div>
  )
}

function Nearest({ window, place }: { window: WindowView; place: Place }) {
  const { t, format } = useWords()
  if (window.nearest.length === 0) {
    return <p className="xs muted mt">{t('bookings:panel.nearestNone')}</p>
  }
  return (
    <div className="xs mt">
      <p className="muted">{t('bookings:panel.nearest')}</p>
      <ul className="nearest">
        {window.nearest.map((one) => (
          <li key={one.id}>
            <TextLink
              href={windowPath(
                { ...place, from: one.day < place.from ? one.day : place.from },
                one.id,
              )}
            >
              {t('bookings:panel.nearestItem', {
                moment: format.moment(one.start),
                places: one.places,
              })}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
