import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { crewFeed } from '#app/domain/calendars/index.server.ts'
import { crewOfColleague } from '#app/domain/crews/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { calendarAddress } from '#app/routes/calendar-address.server.ts'
import { CalendarFeed } from '#app/routes/calendar-feed.tsx'
import { staffContext } from '#app/routes/context.server.ts'
import { CrewPage, CrewTop } from '#app/ui/crew/frame.tsx'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Button, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { OnThisPhone } from './kept/on-this-phone.tsx'
import { SignOut } from './kept/sign-out.tsx'
import { CrewTabs } from './tabs.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:work')
  const crew = await crewOfColleague(ctx)
  const t = translate(ctx.locale)
  return {
    title: `${t('crew:me.title')} – ${t('brand')}`,
    name: ctx.actor.name,
    feed: calendarAddress(await crewFeed(ctx)),
    crew: crew && {
      zh: crew.nameZh,
      en: crew.nameEn,
      vehicle: crew.vehicle,
      members: crew.members.filter((name) => name !== ctx.actor.name),
    },
  }
}

export default function Me() {
  const { name, crew, feed } = useLoaderData<typeof loader>()
  const { t, locale } = useWords()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const facts = crew && [
    { term: t('crew:me.crew'), children: locale === 'en' ? crew.en : crew.zh },
    ...(crew.members.length > 0
      ? [{ term: t('crew:me.members'), children: crew.members.join(t('crew:comma')) }]
      : []),
    ...(crew.vehicle ? [{ term: t('crew:me.vehicle'), children: crew.vehicle }] : []),
  ]
  return (
    <>
      <header>
        <CrewTop title={t('crew:me.title')} />
      </header>
      <CrewPage stack>
        <h1>{name}</h1>
        {facts ? <Facts items={facts} /> : <p className="muted">{t('crew:today.noCrew')}</p>}
        {crew && (
          <section className="stack">
            <h2>{t('roster:own.title')}</h2>
            <ButtonLink href="/crew/leave" icon="clock">
              {t('roster:own.open')}
            </ButtonLink>
          </section>
        )}
        {crew && (
          <section className="stack">
            <h2>{t('calendar.title')}</h2>
            <p className="muted">{t('crew:me.calendar')}</p>
            <CalendarFeed feed={feed} action="/crew/me/calendar" />
          </section>
        )}
        <section className="stack">
          <h2>{t('crew:me.language')}</h2>
          <form method="post" action="/language">
            <input type="hidden" name="back" value="/crew/me" />
            <Button name="to" value={other} lang={other}>
              {t('common:otherLanguage')}
            </Button>
          </form>
        </section>
        <OnThisPhone />
        <section className="stack">
          <h2>{t('crew:me.account')}</h2>
          <ButtonLink href="/console/account" icon="lock">
            {t('crew:me.password')}
          </ButtonLink>
          <ButtonLink href="/console/account/record">{t('crew:me.record')}</ButtonLink>
          <SignOut />
        </section>
      </CrewPage>
      <CrewTabs current="me" />
    </>
  )
}
