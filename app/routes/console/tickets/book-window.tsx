import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Options } from '#app/ui/console/choices.tsx'
import { InputDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { Tag } from '#app/ui/console/status.tsx'
import { skills } from '#db/vocabulary/visits.ts'
import { ChildPanel } from './child-panel.tsx'
import { liveVisits } from './next-visit.ts'
import { useTicket } from './use-ticket.ts'
import type { VisitsPage } from './visits.tsx'

type Field = 'window' | 'duration' | 'work' | 'overbookReason'

/** BK-1: the free windows of the ticket's area, the nearest days first. */
export function BookWindow({ page, reply }: { page: VisitsPage; reply: unknown }) {
  const { t, format } = useWords()
  const ticket = useTicket()
  const f = useFormOf<Field>('window', {
    reply,
    defaults: { window: page.wanted ?? '', duration: page.minutes, work: ticket.title },
  })
  const at = `/console/tickets/${ticket.number}`
  const choice = f.field('window')
  const reason = f.field('overbookReason')
  const reasonMissing = f.refusal === 'overbookReasonMissing'
  const offered = liveVisits(ticket.visits).map(
    ({ start, end }) => `${format.day(start)} ${format.span(start, end)}`,
  )
  const { windows } = page
  const skillLinks = (
    <p className="wide">
      {t('tickets:visit.forSkill')}{' '}
      {skills.map((skill) => (
        <span key={skill}>
          {skill === page.skill ? (
            <b>{t(`words:skill.${skill}`)}</b>
          ) : (
            <TextLink href={`${at}/visits?skill=${skill}`}>{t(`words:skill.${skill}`)}</TextLink>
          )}{' '}
        </span>
      ))}
    </p>
  )
  if (ticket.areaId === null || windows.length === 0) {
    return (
      <Section title={t('tickets:visit.windows')}>
        {skillLinks}
        <Warn icon="alert">
          {ticket.areaId === null
            ? t('tickets:visit.noArea')
            : t('tickets:visit.noWindows', { area: ticket.area ?? '' })}{' '}
          <TextLink href={`${at}/area`}>{t('tickets:visit.setArea')}</TextLink>
        </Warn>
      </Section>
    )
  }
  return (
    <ChildPanel
      two
      title={t('tickets:visit.windows')}
      lede={
        <>
          {ticket.preferredDays && (
            <>
              {t('tickets:visit.prefers', { days: ticket.preferredDays })}
              <br />
            </>
          )}
          {t(ticket.email ? 'tickets:visit.bookLede' : 'tickets:visit.bookLedeCall')}{' '}
          {page.urgent && t('tickets:visit.urgent')}
        </>
      }
      submit={t('tickets:visit.book')}
      formError={reasonMissing ? undefined : f.formError}
      {...f.form}
    >
      <input type="hidden" name="how" value="window" />
      {offered.length > 0 && (
        <div className="wide">
          <Warn icon="alert">
            {t('tickets:visit.offered', { windows: offered.join(t('tickets:visit.and')) })}
          </Warn>
        </div>
      )}
      {skillLinks}
      <Options
        id={choice.id}
        name="window"
        wide
        legend={t(page.overbooks ? 'tickets:visit.windowsAll' : 'tickets:visit.windowsLegend')}
        error={choice.error}
        items={windows.map(({ id, start, end, places, held, full }) => ({
          value: String(id),
          label: `${format.day(start)} ${format.span(start, end)}`,
          right: full ? (
            <Tag>{t('tickets:visit.full')}</Tag>
          ) : (
            t('tickets:visit.places', { count: places })
          ),
          detail: held > 0 ? t('tickets:visit.held', { count: held }) : undefined,
          defaultChecked: choice.defaultValue === String(id),
        }))}
      />
      {page.more && (
        <p className="wide">
          <TextLink href={`${at}/visits?skill=${page.skill}&days=${page.moreDays}`}>
            {t('tickets:visit.more')}
          </TextLink>
        </p>
      )}
      <InputDense
        {...f.field('duration')}
        type="number"
        inputMode="numeric"
        min={5}
        max={720}
        step={5}
        label={t('tickets:visit.duration')}
      />
      <TextAreaDense
        {...f.field('work')}
        wide
        rows={3}
        label={t('tickets:visit.work')}
        hint={t('tickets:visit.workHint')}
      />
      {page.overbooks && (
        <InputDense
          {...reason}
          error={reasonMissing ? f.formError : reason.error}
          wide
          maxLength={500}
          label={t('tickets:visit.overbookReason')}
          hint={t('tickets:visit.overbookHint')}
        />
      )}
    </ChildPanel>
  )
}
