import type { Skill } from '#db/vocabulary/visits.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { withinDay } from '../../civil-day.ts'
import type { CrewView } from './crew-view.server.ts'

/** Who is in the crew, what it can and where it goes. */
export function CrewFactsSection({ crew, mayChange }: { crew: CrewView; mayChange: boolean }) {
  const { t, locale } = useWords()
  const comma = t('roster:comma')
  const nameOf = (area: { zh: string; en: string }) => (locale === 'en' ? area.en : area.zh)
  return (
    <Section
      title={t('roster:crew.facts')}
      right={
        mayChange && (
          <BtnLink size="in" href={`/console/bookings/setup/crews/${crew.id}`}>
            {t('roster:crew.change')}
          </BtnLink>
        )
      }
    >
      <Facts
        items={[
          {
            term: t('roster:crew.members'),
            children:
              crew.members.length > 0 ? crew.members.join(comma) : t('roster:crew.membersNone'),
            hint: t('roster:crew.needed', { n: crew.membersNeeded }),
          },
          {
            term: t('roster:crew.skills'),
            children: crew.skills.map((skill) => t(`words:skill.${skill as Skill}`)).join(comma),
          },
          {
            term: t('roster:crew.home'),
            children: crew.homeArea ? nameOf(crew.homeArea) : t('roster:none'),
          },
          {
            term: t('roster:crew.areas'),
            children: crew.areas.map(nameOf).join(comma) || t('roster:none'),
          },
          { term: t('roster:crew.vehicle'), children: crew.vehicle || t('roster:none') },
        ]}
      />
    </Section>
  )
}

/** The weekly shifts: weekdays as rows, the weeks of the rotation side by side. */
export function PatternSection({ crew, mayChange }: { crew: CrewView; mayChange: boolean }) {
  const { t, format } = useWords()
  const weeks = [...new Set(crew.hours.map(({ week }) => week))]
  const rotates = crew.rotationWeeks > 1
  return (
    <Section
      title={t('roster:crew.pattern')}
      right={
        mayChange && (
          <BtnLink size="in" href={`/console/bookings/roster/${crew.id}/pattern`}>
            {t('roster:crew.patternChange')}
          </BtnLink>
        )
      }
    >
      <Table
        label={t('roster:tableOf', { what: t('roster:crew.pattern') })}
        caption={
          rotates
            ? t('roster:crew.rotation', {
                n: crew.rotationWeeks,
                from: format.date(withinDay(crew.rotationFrom)),
              })
            : t('roster:crew.everyWeek')
        }
        head={[
          { label: t('roster:crew.day') },
          ...weeks.map((n) => ({
            key: String(n),
            label: !rotates
              ? t('roster:crew.hours')
              : t(n === crew.weekNow ? 'roster:crew.weekNow' : 'roster:crew.week', { n }),
          })),
        ]}
      >
        {([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => (
          <tr key={weekday}>
            <th scope="row">{t(`roster:weekday.${weekday}`)}</th>
            {weeks.map((week) => {
              const day = crew.hours.find((one) => one.week === week && one.weekday === weekday)
              return (
                <td key={week}>
                  {day?.text || <span className="muted">{t('roster:crew.off')}</span>}
                </td>
              )
            })}
          </tr>
        ))}
      </Table>
    </Section>
  )
}
