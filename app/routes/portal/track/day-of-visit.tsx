import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { When } from '#app/ui/portal/letter.tsx'
import { HotlineLink } from '../rather-talk.tsx'
import type { TrackPage, VisitOfPage } from './next.tsx'
import type { Standing, WithVisit } from './standing.ts'
import { useAppointmentWords } from './visits/appointment.ts'
import { ChangeLinks } from './visits/change-links.tsx'

interface Day {
  page: TrackPage
  standing: { at: WithVisit; visit: VisitOfPage } & Standing<VisitOfPage>
}

/** A visit before and while it is made: when, who, with what, and what stands in its way. */
export function DayOfVisit({ page, standing }: Day) {
  const { t } = useWords()
  const { at, visit } = standing
  const toCome = page.ticket.visits.filter(
    ({ status }) => status === 'confirmed' || status === 'proposed',
  )
  const changeable = toCome.filter(({ changeUntil }) => changeUntil !== null)
  const atWork = at === 'arrived' || at === 'working' || at === 'asked' || at === 'rests'
  return (
    <>
      <Hours page={page} standing={standing} />
      {visit.delay && !atWork && <Late delay={visit.delay} />}
      {visit.missing && !atWork && <Missing missing={visit.missing} />}
      {at === 'rests' && visit.restsBecause && (
        <p className="gap-4">{t(`track:rests.${visit.restsBecause}`)}</p>
      )}
      <div className="gap-4">
        <WhoAndWhat visit={visit} badge={!atWork} />
      </div>
      <AlsoBooked visits={toCome.filter(({ id }) => id !== visit.id)} />
      <ChangeLinks
        token={page.token}
        visits={changeable.map((one) => ({ ...one, service: one.skill }))}
      />
      {at === 'on_the_way' && <p className="small muted gap-3">{t('track:next.roughly')}</p>}
      {at === 'agreed' && changeable.length === 0 && (
        <p className="small muted gap-3">
          {t('track:next.change')}
          <HotlineLink />
          {t('track:next.changeAfter')}
        </p>
      )}
      {atWork && <p className="small muted gap-3">{t('track:next.working')}</p>}
    </>
  )
}

/** The time that counts now: about when the crew is there, else the window. */
function Hours({ page, standing: { at, visit } }: Day) {
  const { t, locale, format } = useWords()
  const day = visit.today ? t('track:next.today') : format.day(visit.start)
  const span = format.span(visit.start, visit.end)
  const comma = locale === 'en' ? '. ' : '，'
  if (visit.about && (at === 'on_the_way' || at === 'late')) {
    const rang = rangAt(page, visit)
    return (
      <When
        day={locale === 'en' ? `${day},` : day}
        time={t('track:next.aboutTime', { time: format.time(visit.about) })}
        iso={visit.about}
        note={
          <>
            {t('track:next.agreedWas', { day: format.day(visit.start), span })}
            {rang && ` ${t('track:next.rang', { at: format.time(rang) })}`}
          </>
        }
      />
    )
  }
  if (
    visit.arrivedAt &&
    (at === 'arrived' || at === 'working' || at === 'asked' || at === 'rests')
  ) {
    return (
      <When
        day={visit.today ? '' : format.day(visit.arrivedAt)}
        time={t(`track:next.since.${at}`, { at: format.time(visit.arrivedAt) })}
        iso={visit.arrivedAt}
        note={t('track:next.agreedWas', { day: format.day(visit.start), span })}
      />
    )
  }
  return (
    <When
      day={day}
      time={span}
      iso={visit.start}
      note={
        at === 'agreed' ? (
          <>
            {visit.today ? format.day(visit.start) : format.daysUntil(visit.start)}
            {comma}
            {t('track:next.ahead')}
          </>
        ) : (
          format.day(visit.start)
        )
      }
    />
  )
}

const rangAt = ({ ticket }: TrackPage, { id }: VisitOfPage) =>
  ticket.events.findLast(
    ({ kind, visitId, calledInVain }) => kind === 'called_ahead' && visitId === id && !calledInVain,
  )?.at

/** DS-4: why, in the customer's words, with an apology. */
function Late({ delay }: { delay: NonNullable<VisitOfPage['delay']> }) {
  const { t } = useWords()
  return (
    <div className="stack gap-4">
      <p>{t(`track:late.${delay.reason}`)}</p>
      {delay.note && <p className="typed">{t('track:late.note', { note: delay.note })}</p>}
      <p>
        {t('track:late.unsuitable')}
        <HotlineLink />
        {t('track:late.unsuitableAfter')}
      </p>
    </div>
  )
}

/** BK-6: what isn't here yet; the agreed time stands for now. */
function Missing({
  missing: { note, expectedOn },
}: {
  missing: NonNullable<VisitOfPage['missing']>
}) {
  const { t, format } = useWords()
  return (
    <div className="gap-4">
      <Notice tone="waiting" icon="info">
        <p className="typed">{t('track:missing.what', { note })}</p>
        <p>
          {expectedOn
            ? t('track:missing.expected', { day: format.day(`${expectedOn}T12:00:00Z`) })
            : t('track:missing.unknown')}
        </p>
      </Notice>
    </div>
  )
}

function WhoAndWhat({ visit, badge }: { visit: VisitOfPage; badge: boolean }) {
  const { t, locale, format } = useWords()
  const crew = (locale === 'en' ? visit.crewEn : visit.crewZh) ?? t('track:visits.crewLater')
  const members = visit.members.join(locale === 'en' ? ', ' : '、')
  return (
    <Facts
      items={[
        {
          term: t('track:next.who'),
          children: (
            <>
              {visit.vehicle ? t('track:next.crewOnDay', { crew, vehicle: visit.vehicle }) : crew}
              {members && (
                <>
                  <br />
                  {members}
                </>
              )}
              {members && badge && (
                <>
                  <br />
                  <span className="muted small">{t('track:next.badge')}</span>
                </>
              )}
            </>
          ),
        },
        {
          term: t('track:next.work'),
          children: (
            <>
              <span className="typed">{visit.work}</span>
              <br />
              <span className="muted small">
                {t('track:next.about', { minutes: format.minutes(visit.durationMinutes) })}
              </span>
            </>
          ),
        },
      ]}
    />
  )
}

/** The visits that come besides, such as the installation after its delivery. */
function AlsoBooked({ visits }: { visits: VisitOfPage[] }) {
  const { t } = useWords()
  const { say } = useAppointmentWords()
  if (visits.length === 0) return null
  return (
    <div className="gap-4">
      <Facts
        items={visits.map((visit) => ({
          term: t('track:visits.also'),
          children: say({ ...visit, service: visit.skill }),
        }))}
      />
    </div>
  )
}
