import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLocation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { weekWords } from '#app/platform/week-words.ts'
import { isStaffed, serviceHours } from '#app/platform/service-hours.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { publicContext } from '#app/routes/context.server.ts'
import type { SurfaceHandle } from '#app/surface.ts'
import css from '#app/ui/portal.css?url'
import { SiteFooter, SiteHeader, SkipLink } from '#app/ui/portal/page.tsx'
import type { Portal } from './portal.ts'
import { usePortal } from './portal.ts'

export const handle: SurfaceHandle = { surface: 'portal' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]

export async function loader({ request }: LoaderFunctionArgs): Promise<Portal> {
  const ctx = await publicContext(request)
  const settings = await currentSettings(ctx)
  const { company } = settings
  const service = await serviceHours(ctx, settings)
  return {
    company: ctx.locale === 'en' ? company.nameEn : company.nameZh,
    hotline: company.hotline,
    hotlineHref: `tel:${company.hotline.replace(/[^\d+]/g, '')}`,
    hours: weekWords(translate(ctx.locale), service.week),
    staffed: isStaffed(service, ctx.now()),
  }
}

/** The frame of every homeowner's page. */
export default function PortalLayout() {
  const { t, locale } = useWords()
  const portal = usePortal()
  const { pathname, search } = useLocation()
  const links = [
    { href: '/book', label: t('home:frame.book') },
    { href: '/report', label: t('home:frame.report') },
    { href: '/track', label: t('home:frame.track') },
    { href: '/help', label: t('home:frame.help') },
  ]
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <>
      <SkipLink>{t('common:skip')}</SkipLink>
      <SiteHeader
        brand={t('common:brand')}
        shop={portal.company}
        homeHref="/"
        homeLabel={t('home:frame.homeLabel')}
        navLabel={t('home:frame.nav')}
        nav={links.map((link) => ({ ...link, current: pathname.startsWith(link.href) }))}
        languageSwitch={
          <form method="post" action="/language">
            <input type="hidden" name="to" value={other} />
            <input type="hidden" name="back" value={pathname + search} />
            <button lang={other}>{t('common:otherLanguage')}</button>
          </form>
        }
      />
      <Outlet />
      <SiteFooter
        hotlineLabel={t('home:frame.hotline')}
        hotlineNumber={portal.hotline}
        hotlineHref={portal.hotlineHref}
        hotlineHours={t('home:frame.hoursAfter', { hours: portal.hours })}
        links={[...links, { href: '/privacy', label: t('home:frame.privacy') }]}
        note={t('home:frame.note', { company: portal.company })}
      />
    </>
  )
}
