import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { RosterTable } from '#app/ui/console/roster.tsx'
import { Tag } from '#app/ui/console/status.tsx'
import { withinDay } from '../../civil-day.ts'
import type { RosterView } from './roster-view.server.ts'

type Day = RosterView['crews'][number]['days'][number]

/** Two weeks of every crew, a word a day, in full when read out or pointed at. */
export function RosterOfCrews({ days, crews }: Pick<RosterView, 'days' | 'crews'>) {
  const { t, format, locale } = useWords()
  const en = locale === 'en'
  const comma = t('roster:comma')
  const said = (day: Day, holiday: string | null) =>
    [
      format.day(withinDay(day.day)),
      day.working.length > 0
        ? day.working.map(({ start, end }) => format.span(start, end)).join(comma)
        : t('roster:page.noHours'),
      day.mark === 'holiday' && holiday,
      day.exception !== null &&
        (day.exception
          ? t('roster:page.exceptionNote', { note: day.exception })
          : t('roster:page.exception')),
      day.shortened && day.working.length > 0 && t('roster:page.shortened'),
      day.away.length > 0 && t('roster:page.awayOne', { names: day.away.join(comma) }),
    ]
      .filter(Boolean)
      .join(en ? ', ' : '，')
  return (
    <>
      <RosterTable
        label={t('roster:page.table')}
        corner={t('roster:page.crew')}
        head={days.map((day) => {
          const holiday = en ? day.holidayEn : day.holidayZh
          return {
            key: day.day,
            label: t(`roster:weekdayShort.${day.weekday as 1}`),
            under: day.number,
            full: [format.day(withinDay(day.day)), day.today && t('roster:page.today'), holiday]
              .filter(Boolean)
              .join(en ? ', ' : '，'),
            ...(day.today
              ? { look: 'today' as const }
              : day.weekday > 5
                ? { look: 'we' as const }
                : {}),
          }
        })}
        rows={crews.map((crew) => ({
          key: String(crew.id),
          href: `/console/bookings/roster/${crew.id}`,
          name: en ? crew.nameEn : crew.nameZh,
          right: crew.stranded > 0 && (
            <Tag>{t('roster:page.strandedOf', { n: crew.stranded })}</Tag>
          ),
          cells: crew.days.map((day, i) => ({
            key: day.day,
            word: `${t(`roster:mark.${day.mark}`)}${day.exception !== null || (day.shortened && day.working.length > 0) ? '*' : ''}`,
            full: said(day, en ? (days[i]?.holidayEn ?? null) : (days[i]?.holidayZh ?? null)),
            ...lookOf(day),
          })),
        }))}
      />
      <p className="xs muted mt">{t('roster:page.legend')}</p>
    </>
  )
}

/** What was noted of the days with hours of their own. */
export function ExceptionNotes({ crews }: Pick<RosterView, 'crews'>) {
  const { t, format, locale } = useWords()
  const noted = crews.flatMap((crew) =>
    crew.days.flatMap(({ day, exception: note }) =>
      note ? [{ key: `${crew.id} ${day}`, id: crew.id, day, note, crew }] : [],
    ),
  )
  if (noted.length === 0) return null
  return (
    <section className="mt" aria-labelledby="notes">
      <h2 className="xs muted" id="notes">
        {t('roster:page.exceptions')}
      </h2>
      <ul className="mini">
        {noted.map(({ key, id, day, note, crew }) => (
          <li key={key}>
            <TextLink href={`/console/bookings/roster/${id}`}>
              {t('roster:page.exceptionOf', {
                day: format.day(withinDay(day)),
                crew: locale === 'en' ? crew.nameEn : crew.nameZh,
                note,
              })}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

function lookOf({ mark }: Day): { look?: 'off' | 'leave' } {
  if (mark === 'leave') return { look: 'leave' }
  return mark === 'off' || mark === 'holiday' ? { look: 'off' } : {}
}
