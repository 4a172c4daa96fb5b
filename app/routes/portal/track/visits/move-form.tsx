import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Bar } from '#app/ui/portal/buttons.tsx'
import { Button } from '#app/ui/portal/buttons.tsx'
import { WindowOptions } from '#app/ui/portal/calendar.tsx'
import { ErrorSummary } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { FormStack, Lede } from '#app/ui/portal/page.tsx'
import { DayWindows, FreeDays, useWindowOption } from '../../book/free-windows.tsx'
import { HotlineLink } from '../../rather-talk.tsx'
import { useAppointmentWords } from './appointment.ts'
import type { VisitPage } from './visit-page.server.ts'
import type { OfferedWindow } from '#app/domain/bookings/index.server.ts'

interface Instead {
  gone: { start: string; end: string } | null
  nearest: OfferedWindow[]
}

type Form = ReturnType<typeof useFormOf<'window' | 'install'>>

/** The calendar of free windows, and with a delivery when its installation follows. */
export function MoveForm({ page, reply }: { page: VisitPage; reply: unknown }) {
  const { t, format } = useWords()
  const { partsOf } = useAppointmentWords()
  const form = useFormOf<'window' | 'install'>('move', { reply, defaults: { install: 'keep' } })
  const { calendar, linked, visit } = page
  const instead = insteadIn(reply)
  const action = `/track/${page.token}/visits/${page.id}/window`
  return (
    <div>
      <MoveTrouble form={form} instead={instead} />
      <FormStack
        action={calendar?.day ? `${action}?day=${calendar.day}` : action}
        data-enhance="once"
      >
        <div>
          <h1>{t('track:visits.window.heading')}</h1>
          <Lede>{t('track:visits.window.lede', partsOf(visit))}</Lede>
        </div>
        {calendar?.any ? (
          <>
            <FreeDays
              view={calendar}
              dayHref={(day) => `${action}?day=${day}`}
              weeksHref={(monday) => `${action}?from=${monday}`}
            />
            {instead && instead.nearest.length > 0 ? (
              <NearestWindows windows={instead.nearest} />
            ) : (
              <DayWindows
                view={calendar}
                chosen={Number(form.field('window').defaultValue)}
                error={form.field('window').error}
              />
            )}
            {linked && <LinkedWindows page={page} form={form} linked={linked} />}
            <p className="small muted">
              {linked
                ? t('track:visits.window.ruleLinked', {
                    until: format.moment(page.until),
                    service: t(`words:skill.${linked.service}`),
                  })
                : t('track:visits.window.rule', { until: format.moment(page.until) })}
            </p>
            <Bar action={<Button variant="primary">{t('track:visits.window.submit')}</Button>} />
          </>
        ) : (
          <Notice icon="calendar">
            <p>
              <b>{t('track:visits.window.none')}</b> {t('track:visits.window.noneText')}
              <HotlineLink />
              {t('track:visits.untilAfter')}
            </p>
          </Notice>
        )}
      </FormStack>
    </div>
  )
}

const insteadIn = (reply: unknown): Instead | null =>
  typeof reply === 'object' && reply !== null && 'instead' in reply
    ? (reply.instead as Instead | null)
    : null

/** What was not taken; when the window went, which one, and that nothing is lost. */
function MoveTrouble({ form, instead }: { form: Form; instead: Instead | null }) {
  const { t, format } = useWords()
  if (form.formError) {
    const gone = instead?.gone
    return (
      <Notice tone={instead ? 'waiting' : 'trouble'} icon="alert" alert id="error-summary">
        <p>
          <b>
            {gone
              ? t('track:visits.window.gone', {
                  day: format.day(gone.start),
                  span: format.span(gone.start, gone.end),
                })
              : form.formError}
          </b>{' '}
          {instead &&
            t(`track:visits.window.${instead.nearest.length > 0 ? 'goneText' : 'goneNone'}`)}
        </p>
      </Notice>
    )
  }
  const errors = form.errors.map(({ message, href }) => ({
    message,
    href: href.endsWith('window') ? '#windows' : '#install',
  }))
  return <ErrorSummary title={t('common:problems', { count: errors.length })} errors={errors} />
}

function NearestWindows({ windows }: { windows: OfferedWindow[] }) {
  const { t, format } = useWords()
  const option = useWindowOption()
  return (
    <WindowOptions
      id="windows"
      name="window"
      legend={t('track:visits.window.nearest')}
      options={windows.map((window, index) => ({
        ...option(window),
        day: format.day(window.start),
        checked: index === 0,
      }))}
    />
  )
}

function LinkedWindows({
  page,
  form,
  linked,
}: {
  page: VisitPage
  form: Form
  linked: NonNullable<VisitPage['linked']>
}) {
  const { t, format } = useWords()
  const option = useWindowOption()
  const { defaultValue: chosen, error } = form.field('install')
  const service = t(`words:skill.${linked.service}`)
  const options = linked.windows.map((window, index) => ({
    ...option(window),
    day: format.day(window.start),
    checked: chosen === String(window.id) || (!linked.mayStay && chosen === 'keep' && index === 0),
  }))
  if (options.length === 0 && !linked.mayStay) {
    return <p>{t('track:visits.window.noLinked', { service })}</p>
  }
  return (
    <WindowOptions
      id="install"
      name="install"
      legend={t('track:visits.window.linked', { service })}
      hint={t('track:visits.window.linkedHint', {
        service,
        first: t(`words:skill.${page.visit.service}`),
      })}
      error={error}
      errorPrefix={t('common:errorPrefix')}
      options={[
        ...(linked.mayStay
          ? [
              {
                value: 'keep',
                title: t('track:visits.window.keep', {
                  day: format.day(linked.start),
                  span: format.span(linked.start, linked.end),
                }),
                text: t('track:visits.window.keepText'),
                checked: chosen === 'keep',
              },
            ]
          : []),
        ...options,
      ]}
    />
  )
}
