import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status, Tag } from '#app/ui/console/status.tsx'
import { withinDay } from '../../civil-day.ts'
import { leaveTimeWords } from '#app/routes/leave-words.ts'
import type { CrewView } from './crew-view.server.ts'
import { leaveLook } from './leave-look.ts'

/** Days to come on which the pattern doesn't hold. */
export function ExceptionsSection({ crew, mayChange }: { crew: CrewView; mayChange: boolean }) {
  const { t, format } = useWords()
  const path = `/console/bookings/roster/${crew.id}/exceptions`
  return (
    <Section
      title={t('roster:crew.exceptions')}
      right={
        mayChange && (
          <BtnLink size="in" href={path}>
            {t('roster:crew.exceptionAdd')}
          </BtnLink>
        )
      }
    >
      {crew.exceptions.length === 0 && <p className="muted">{t('roster:crew.exceptionsNone')}</p>}
      <ul className="mini">
        {crew.exceptions.map(({ day, text, note }) => {
          const said = format.day(withinDay(day))
          return (
            <li key={day}>
              <p className="actions">
                <span>
                  {said} {text || t('roster:crew.off')} {note && <Tag>{note}</Tag>}
                </span>
                {mayChange && (
                  <TextLink
                    href={`${path}/${day}`}
                    aria-label={t('roster:crew.exceptionRemoveWhich', { day: said })}
                  >
                    {t('roster:crew.exceptionRemove')}
                  </TextLink>
                )}
              </p>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** Leave that is asked or approved. */
export function LeaveSection({ crew }: { crew: CrewView }) {
  const { t, format } = useWords()
  return (
    <Section title={t('roster:crew.leave')}>
      {crew.leave.length === 0 && <p className="muted">{t('roster:crew.leaveNone')}</p>}
      <ul className="mini">
        {crew.leave.map((leave) => (
          <li key={leave.id}>
            <p className="actions">
              <TextLink href={`/console/bookings/roster/leave/${leave.id}`}>
                {leave.member ?? t('roster:leave.whole')}
              </TextLink>
              <span>{leaveTimeWords(t, format, leave)}</span>
              <Status {...leaveLook[leave.status]}>
                {t(`roster:leave.status.${leave.status}`)}
              </Status>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
