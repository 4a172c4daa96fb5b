import { useWords } from '#app/i18n/use-words.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Actions, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Done } from '#app/ui/portal/done.tsx'
import { Stack } from '#app/ui/portal/page.tsx'
import { useAppointmentWords } from './appointment.ts'
import type { VisitPage } from './visit-page.server.ts'

/** What has changed, to be kept. */
export function Moved({ page }: { page: VisitPage }) {
  const { t, format } = useWords()
  const { say } = useAppointmentWords()
  const { moved, visit } = page
  return (
    <Stack gap="large">
      <Done
        title={t('track:visits.moved.heading')}
        numberLabel={t('track:ticket')}
        number={page.number}
      />
      <Facts
        items={[
          ...(moved
            ? [
                {
                  term: t('track:visits.moved.from'),
                  children: say({ ...moved.from, service: visit.service }),
                },
              ]
            : []),
          { term: t('track:visits.moved.to'), children: <b>{say(visit)}</b> },
          ...page.standing.map((other) => ({ term: t('track:visits.also'), children: say(other) })),
        ]}
      />
      <div className="stack">
        {page.mailed && <p>{t('track:visits.moved.mailed')}</p>}
        {page.changeable === 'yes' && (
          <p className="muted">
            {t('track:visits.moved.again', { until: format.moment(page.until) })}
          </p>
        )}
        <p className="muted">{t('track:visits.moved.calendar')}</p>
        <Actions>
          <ButtonLink icon="calendar" href={`/track/${page.token}/calendar.ics`}>
            {t('track:visits.moved.addAgain')}
          </ButtonLink>
          <ButtonLink variant="primary" href={`/track/${page.token}`}>
            {t('track:visits.back')}
          </ButtonLink>
        </Actions>
      </div>
    </Stack>
  )
}
