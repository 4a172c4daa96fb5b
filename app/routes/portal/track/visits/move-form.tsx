import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { WindowOptions } from '#app/ui/portal/calendar.tsx'
import { ErrorSummary } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { FormStack, Lede } from '#app/ui/portal/page.tsx'
import { DayWindows, FreeDays, useWindowOption } from '../../book/free-windows.tsx'
import { ChosenBar } from '../../chosen-bar.tsx'
import { HotlineLink } from '../../rather-talk.tsx'
import { useAppointmentWords } from './appointment.ts'
import { LinkedWindows } from './linked-windows.tsx'
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
  const chosen = form.field('window').defaultValue
  const linkedRefused = linked !== null && ofLinked.some((code) => code === form.refusal)
  const linkedError = linkedRefused ? form.formError : form.field('install').error
  return (
    <div>
      <MoveTrouble form={form} instead={instead} linkedError={linkedError} />
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
                chosen={Number(chosen)}
                error={form.field('window').error}
              />
            )}
            {linked && (
              <LinkedWindows
                page={page}
                linked={linked}
                chosen={form.field('install').defaultValue}
                chosenFirst={calendar.windows.find(({ id }) => String(id) === chosen)?.end}
                error={linkedError}
              />
            )}
            <p className="small muted">
              {t('track:visits.window.rule', { until: format.moment(page.until) })}
            </p>
            <MoveBar page={page} />
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

/** The person chooses: nothing is chosen for them. */
function MoveBar({ page: { calendar, linked, visit } }: { page: VisitPage }) {
  const { t } = useWords()
  if (!calendar?.day) return <p>{t('book:time.nothing')}</p>
  return (
    <ChosenBar
      ask
      first={t(`book:service.${visit.service}`)}
      second={linked ? t(`book:service.${linked.service}`) : ''}
      submit={t('track:visits.window.submit')}
    />
  )
}

/** Refusals of what was chosen for the visit that follows. */
const ofLinked = ['linkedTooEarly', 'installGone']

const insteadIn = (reply: unknown): Instead | null =>
  typeof reply === 'object' && reply !== null && 'instead' in reply
    ? (reply.instead as Instead | null)
    : null

/** What was not taken; when the window went, which one, and that nothing is lost. */
function MoveTrouble({
  form,
  instead,
  linkedError,
}: {
  form: Form
  instead: Instead | null
  linkedError: string | undefined
}) {
  const { t, format } = useWords()
  if (form.formError && !linkedError) {
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
  const first = form.field('window').error
  const errors = [
    ...(first ? [{ message: first, href: '#windows' }] : []),
    ...(linkedError ? [{ message: linkedError, href: '#install' }] : []),
  ]
  return <ErrorSummary title={(count) => t('common:problems', { count })} errors={errors} />
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
