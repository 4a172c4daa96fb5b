import { useWords } from '#app/i18n/use-words.ts'
import type { Changeable } from '#app/domain/bookings/index.server.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Actions, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { Stack } from '#app/ui/portal/page.tsx'
import { usePortal } from '../../portal.ts'
import { useAppointmentWords } from './appointment.ts'
import type { VisitPage } from './visit-page.server.ts'

const refusalOf = {
  cut_off: 'pastCutOff',
  under_way: 'crewOnItsWay',
  finished: 'visitFinished',
  cancelled: 'visitCancelled',
} as const satisfies Record<Exclude<Changeable, 'yes'>, string>

/** Why it can't be changed here any more, and whom to call. */
export function Closed({ page }: { page: VisitPage }) {
  const { t, format } = useWords()
  const { say } = useAppointmentWords()
  const { hotline, hotlineHref } = usePortal()
  const { changeable } = page
  if (changeable === 'yes') return null
  const toCome = changeable === 'cut_off' || changeable === 'under_way'
  return (
    <Stack gap="large">
      <h1>{t('track:visits.closed.heading')}</h1>
      <Notice tone="waiting" icon="clock">
        <p>
          {t(`refusals:${refusalOf[changeable]}`, { cutOff: format.time(page.until), hotline })}
        </p>
      </Notice>
      <Facts items={[{ term: t('track:visits.closed.visit'), children: say(page.visit) }]} />
      <Actions>
        {toCome && (
          <ButtonLink variant="primary" icon="phone" href={hotlineHref}>
            {t('track:next.call')}
          </ButtonLink>
        )}
        <ButtonLink href={`/track/${page.token}`}>{t('track:visits.back')}</ButtonLink>
      </Actions>
    </Stack>
  )
}
