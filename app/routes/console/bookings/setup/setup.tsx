import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { checkRouting } from '#app/domain/travel/routing-check.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { PageHead } from '#app/ui/console/page.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { useCategories } from '../../use-categories.ts'
import { BookingsCrumb } from '../roster-crumb.tsx'
import { History } from '../history.tsx'
import { justSaved, SavedLine } from '../saved-line.tsx'
import { RoutingLine } from './routing-line.tsx'
import { Areas, Crews, Holidays, Services } from './supply-tables.tsx'
import { TravelSettings } from './travel-section.tsx'
import { setupView } from './setup-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'booking:settings')
  const t = translate(ctx.locale)
  return {
    title: `${t('roster:set.title')} – ${t('brand')}`,
    ...(await setupView(ctx)),
    // Whoever has just set a server wants to know; it may take its time.
    routing: justSaved(request, 'travel') ? await checkRouting(ctx) : null,
    may: {
      supply: may(ctx.actor, 'supply:manage'),
      roster: may(ctx.actor, 'roster:read'),
    },
  }
}

/** What booking is made from: areas, crews, services, holidays, and the rules. */
export default function Setup() {
  const { t } = useWords()
  const { categoryName } = useCategories()
  const { areas, crews, services, holidays, rules, travel, routing, categories, changes, may } =
    useLoaderData<typeof loader>()
  const values = (kind: 'days' | 'hours' | 'minutes' | 'percent', n: number) =>
    t(`roster:rules.values.${kind}`, { n })
  return (
    <>
      <PageHead crumb={may.roster && <BookingsCrumb />} title={t('roster:set.title')}>
        {may.roster && <BtnLink href="/console/bookings/roster">{t('roster:roster')}</BtnLink>}
      </PageHead>
      <SavedLine />
      <RoutingLine check={routing} />
      <div className="paper">
        {!may.supply && (
          <Section label={t('roster:set.who')}>
            <p className="muted">{t('roster:set.readOnly')}</p>
          </Section>
        )}
        <Services services={services} mayChange={may.supply} />
        <Areas areas={areas} mayChange={may.supply} />
        <Crews crews={crews} mayChange={may.supply} mayRead={may.roster} />
        <Holidays holidays={holidays} mayChange={may.supply} />
        <Section
          title={t('roster:set.categories')}
          right={
            <BtnLink
              size="in"
              href="/console/bookings/setup/categories"
              aria-label={t('roster:set.changeWhat', { what: t('roster:set.categories') })}
            >
              {t('roster:set.change')}
            </BtnLink>
          }
        >
          <p>
            {categories.map(categoryName).join(t('roster:comma')) || t('roster:set.categoriesNone')}
          </p>
        </Section>
        <Section
          title={t('roster:set.rules')}
          right={
            may.supply && (
              <BtnLink
                size="in"
                href="/console/bookings/setup/rules"
                aria-label={t('roster:set.changeWhat', { what: t('roster:set.rules') })}
              >
                {t('roster:set.change')}
              </BtnLink>
            )
          }
        >
          <Facts
            two
            items={[
              { term: t('roster:rules.bookingDays'), children: values('days', rules.bookingDays) },
              { term: t('roster:rules.heldShare'), children: values('percent', rules.heldPercent) },
              { term: t('roster:rules.cutOff'), children: rules.cutOff },
              {
                term: t('roster:rules.restHours'),
                children: rules.restHours || t('roster:none'),
              },
              { term: t('roster:rules.remindAt'), children: rules.remindAt },
              {
                term: t('roster:rules.callAheadMinutes'),
                children: values('minutes', rules.callAheadMinutes),
              },
              { term: t('roster:rules.leaveHours'), children: values('hours', rules.leaveHours) },
              { term: t('roster:rules.agreeDays'), children: values('days', rules.agreeDays) },
              { term: t('roster:rules.checkBy'), children: rules.checkBy },
            ]}
          />
        </Section>
        <TravelSettings travel={travel} mayChange={may.supply} />
        <History
          changes={changes}
          names={areas.map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }))}
        />
      </div>
    </>
  )
}
