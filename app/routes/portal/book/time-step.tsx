import { useWords } from '#app/i18n/use-words.ts'
import { WindowOptions } from '#app/ui/portal/calendar.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Lede } from '#app/ui/portal/page.tsx'
import { ChosenBar } from '../chosen-bar.tsx'
import { HotlineLink } from '../rather-talk.tsx'
import { DayWindows, FreeDays, useWindowOption } from './free-windows.tsx'
import { InstallChoice } from './install-choice.tsx'
import type { TimePage } from './page.server.ts'
import { bookPath } from './paths.ts'
import { StepForm, type StepProps, useError } from './step.tsx'

/** Which day and which window, and with a delivery its installation; from the two weeks shown. */
export function TimeStep(props: StepProps) {
  const { t, format } = useWords()
  const { page, answers } = props
  const { time, token, back, order } = page
  if (!time) return null
  const { view, service, offer, cutOff } = time
  const what = order?.goods || answers.what?.replace(/\s+/g, ' ')
  const address = answers.address?.replace(/\s+/g, ' ') ?? ''
  return (
    <StepForm
      page={page}
      draft={false}
      bar={view.any ? <TimeBar time={time} /> : <Nothing words={t('book:time.nothingAtAll')} />}
    >
      <div>
        <h1>{t(`book:time.heading.${service}`)}</h1>
        <Lede>
          {what ? t('book:time.to', { what, address }) : t('book:time.toAddress', { address })}
        </Lede>
        {order?.after && (
          <p className="hint">
            {t('book:time.after', {
              day: format.day(order.after.start),
              time: format.span(order.after.start, order.after.end),
            })}
          </p>
        )}
      </div>
      {view.any && (
        <FreeDays
          view={view}
          dayHref={(day) => bookPath(token, 'time', { back, day })}
          weeksHref={(from) => bookPath(token, 'time', { back, from })}
        />
      )}
      {view.any && view.day === null && <Nothing words={t('book:time.nothing')} />}
      <WindowChoice {...props} time={time} />
      {offer && offer.options.length > 0 && <InstallChoice {...props} time={time} offer={offer} />}
      {view.any && (
        <p className="small muted">
          {t(offer ? 'book:time.cutOffLinked' : 'book:time.cutOff', { cutOff })}
        </p>
      )}
    </StepForm>
  )
}

function Nothing({ words }: { words: string }) {
  const { t } = useWords()
  return (
    <Notice tone="waiting" icon="phone">
      <p>
        <b>{words}</b> {t('book:time.nothingHint')}
        <HotlineLink />
      </p>
    </Notice>
  )
}

/** The windows of the day; of one that went meanwhile, the nearest that are free. */
function WindowChoice({ time, ...props }: StepProps & { time: TimePage }) {
  const { t, format } = useWords()
  const error = useError(props)('window')
  const option = useWindowOption()
  const { nearest, view, chosen } = time
  if (nearest.length === 0) {
    return <DayWindows view={view} chosen={chosen ?? undefined} error={error} />
  }
  const days = new Set(nearest.map(({ day }) => day))
  return (
    <WindowOptions
      id="windows"
      name="window"
      legend={
        days.size === 1
          ? t('book:calendar.when', { day: format.day(nearest[0]!.start) })
          : t('book:time.nearest')
      }
      options={[...nearest]
        .sort((a, b) => (a.start < b.start ? -1 : 1))
        .map((window) => ({
          ...option(window),
          day: days.size > 1 && format.day(window.start),
          checked: window.id === chosen,
        }))}
    />
  )
}

/** Nothing to choose, nothing to go on with. */
function TimeBar({ time: { service, view, nearest } }: { time: TimePage }) {
  const { t } = useWords()
  if (view.windows.length === 0 && nearest.length === 0) return <></>
  return (
    <ChosenBar
      first={t(`book:service.${service}`)}
      second={t('book:service.install')}
      submit={t('book:time.submit')}
    />
  )
}
