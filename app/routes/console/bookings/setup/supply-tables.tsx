import type { Skill } from '#db/vocabulary/visits.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Tag } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { withinDay } from '../../civil-day.ts'
import type { SetupView } from './setup-view.server.ts'

const path = '/console/bookings/setup'

/** A name that leads to its form for whoever may change it. */
function Named({ href, may, children }: { href: string; may: boolean; children: string }) {
  return may ? <TextLink href={href}>{children}</TextLink> : <>{children}</>
}

export function Services({
  services,
  mayChange,
}: {
  services: SetupView['services']
  mayChange: boolean
}) {
  const { t, format } = useWords()
  return (
    <Section id="services" title={t('roster:set.services')}>
      <Table
        label={t('roster:tableOf', { what: t('roster:set.services') })}
        head={[
          { label: t('roster:set.service') },
          { label: t('roster:set.duration'), num: true },
          { label: t('roster:set.travel'), num: true },
          { label: t('roster:set.hours') },
          { label: t('roster:set.online') },
        ]}
      >
        {services.map((service) => (
          <tr key={service.key}>
            <th scope="row">
              <Named href={`${path}/services/${service.key}`} may={mayChange}>
                {t(`words:skill.${service.key}`)}
              </Named>
            </th>
            <td className="num">{format.minutes(service.durationMinutes)}</td>
            <td className="num">{format.minutes(service.travelMinutes)}</td>
            <td>{service.hours}</td>
            <td>{t(service.online ? 'roster:yes' : 'roster:no')}</td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}

export function Areas({ areas, mayChange }: { areas: SetupView['areas']; mayChange: boolean }) {
  const { t, locale } = useWords()
  const en = locale === 'en'
  return (
    <Section
      id="areas"
      title={t('roster:set.areas')}
      right={
        mayChange && (
          <BtnLink size="in" href={`${path}/areas/new`}>
            {t('roster:set.areaAdd')}
          </BtnLink>
        )
      }
    >
      <Table
        label={t('roster:tableOf', { what: t('roster:set.areas') })}
        head={[
          { label: t('roster:set.area') },
          { label: t('roster:set.city') },
          { label: t('roster:set.districts') },
          { label: t('roster:set.crews'), num: true },
        ]}
      >
        {areas.map((area) => (
          <tr key={area.id}>
            <th scope="row" className="nowrap">
              <Named href={`${path}/areas/${area.id}`} may={mayChange}>
                {en ? area.nameEn : area.nameZh}
              </Named>
            </th>
            <td className="nowrap">{en ? area.cityEn : area.cityZh}</td>
            <td>{area.districts.join(t('roster:comma'))}</td>
            <td className="num">{area.crews || t('roster:set.crewsNone')}</td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}

export function Crews({
  crews,
  mayChange,
  mayRead,
}: {
  crews: SetupView['crews']
  mayChange: boolean
  mayRead: boolean
}) {
  const { t, locale } = useWords()
  return (
    <Section
      id="crews"
      title={t('roster:set.crews')}
      right={
        mayChange && (
          <BtnLink size="in" href={`${path}/crews/new`}>
            {t('roster:set.crewAdd')}
          </BtnLink>
        )
      }
    >
      <Table
        label={t('roster:tableOf', { what: t('roster:set.crews') })}
        head={[{ label: t('roster:page.crew') }, { label: t('roster:crew.skills') }]}
      >
        {crews.map((crew) => (
          <tr key={crew.id}>
            <th scope="row">
              <Named
                href={
                  mayChange ? `${path}/crews/${crew.id}` : `/console/bookings/roster/${crew.id}`
                }
                may={mayChange || mayRead}
              >
                {locale === 'en' ? crew.nameEn : crew.nameZh}
              </Named>{' '}
              {!crew.active && <Tag>{t('roster:crew.inactive')}</Tag>}
            </th>
            <td>
              {crew.skills
                .map((skill) => t(`words:skill.${skill as Skill}`))
                .join(t('roster:comma'))}
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}

export function Holidays({
  holidays,
  mayChange,
}: {
  holidays: SetupView['holidays']
  mayChange: boolean
}) {
  const { t, format, locale } = useWords()
  return (
    <Section
      id="holidays"
      title={t('roster:set.holidays')}
      right={
        mayChange && (
          <BtnLink size="in" href={`${path}/holidays/new`}>
            {t('roster:set.holidayAdd')}
          </BtnLink>
        )
      }
    >
      {holidays.length === 0 && <p className="muted">{t('roster:set.holidaysNone')}</p>}
      <ul className="mini">
        {holidays.map(({ day, nameZh, nameEn }) => {
          const said = format.date(withinDay(day))
          return (
            <li key={day}>
              <p className="actions">
                <span>
                  {said} {locale === 'en' ? nameEn : nameZh}
                </span>
                {mayChange && (
                  <TextLink
                    href={`${path}/holidays/${day}`}
                    aria-label={t('roster:set.removeWhich', { day: said })}
                  >
                    {t('roster:set.remove')}
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
