import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readCrew, readCrewId } from '#app/domain/crews/read-crew.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { PageHead } from '#app/ui/console/page.tsx'
import roster from '#app/ui/console/roster.css?url'
import { Section } from '#app/ui/console/sections.tsx'
import { Tag } from '#app/ui/console/status.tsx'
import { History } from '../history.tsx'
import { BookingsCrumb } from '../roster-crumb.tsx'
import { SavedLine } from '../saved-line.tsx'
import { Stranded } from '../strands.tsx'
import { CrewFactsSection, PatternSection } from './crew-facts.tsx'
import { ExceptionsSection, LeaveSection } from './crew-days.tsx'
import { crewView } from './crew-view.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: roster }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'roster:read')
  const id = readCrewId(params.crewId)
  const crew = await readCrew(ctx, id)
  const name = ctx.locale === 'en' ? crew.nameEn : crew.nameZh
  return {
    title: `${name} – ${translate(ctx.locale)('brand')}`,
    name,
    crew: crewView(id, crew),
    may: {
      manage: may(ctx.actor, 'roster:manage'),
      supply: may(ctx.actor, 'supply:manage'),
    },
  }
}

/** One crew: who and where, its weekly shifts, the days that differ, and what must move. */
export default function CrewPage() {
  const { t } = useWords()
  const { name, crew, may } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead crumb={<BookingsCrumb under="roster" />} title={name}>
        {!crew.active && <Tag>{t('roster:crew.inactive')}</Tag>}
      </PageHead>
      <SavedLine />
      <div className="paper">
        {crew.stranded.length > 0 && (
          <Section title={t('roster:crew.stranded')} right={crew.stranded.length}>
            <Stranded visits={crew.stranded} />
          </Section>
        )}
        <PatternSection crew={crew} mayChange={may.manage} />
        <ExceptionsSection crew={crew} mayChange={may.manage} />
        <LeaveSection crew={crew} />
        <CrewFactsSection crew={crew} mayChange={may.supply} />
        <History
          changes={crew.changes}
          names={[...crew.areas, ...(crew.homeArea ? [crew.homeArea] : [])]}
        />
      </div>
    </>
  )
}
