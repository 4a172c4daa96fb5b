import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import type { SetupView } from './setup-view.server.ts'

/** How ways are worked out, what the map shows, how long a day is planned. */
export function TravelSettings({
  travel,
  mayChange,
}: {
  travel: SetupView['travel']
  mayChange: boolean
}) {
  const { t } = useWords()
  return (
    <Section
      title={t('roster:travel.title')}
      right={
        mayChange && (
          <BtnLink
            size="in"
            href="/console/bookings/setup/travel"
            aria-label={t('roster:set.changeWhat', { what: t('roster:travel.title') })}
          >
            {t('roster:set.change')}
          </BtnLink>
        )
      }
    >
      <Facts
        two
        items={[
          {
            term: t('roster:travel.routingUrl'),
            children: travel.routingUrl ?? t('roster:travel.none'),
          },
          {
            term: t('roster:travel.tileUrl'),
            children: travel.tileUrl ?? t('roster:travel.schematic'),
          },
          { term: t('roster:travel.detour'), children: travel.detour },
          { term: t('roster:travel.approachMinutes'), children: travel.approachMinutes },
          { term: t('roster:travel.planSeconds'), children: travel.planSeconds },
        ]}
      />
    </Section>
  )
}
