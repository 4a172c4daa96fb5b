import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { CrewFrame } from '#app/ui/crew/frame.tsx'
import { SkipLink } from '#app/ui/portal/page.tsx'
import stylesheet from '#app/ui/portal.css?url'
import { DayOnPhone } from './kept/day-on-phone.tsx'
import { Unsent } from './kept/unsent.tsx'
import { reloadUnlessUnreached } from '#app/unreached.ts'

export const shouldRevalidate = reloadUnlessUnreached

export const handle = { surface: 'crew' } as const
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'manifest', href: '/crew.webmanifest' },
  { rel: 'apple-touch-icon', href: '/crew-192.png' },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:work')
  const { company } = await currentSettings(ctx)
  return { me: ctx.actor.id, name: ctx.actor.name, hotline: company.hotline }
}

/** Its links are the browser's own: what is kept on the phone is the page, and what opens is one, too. */
export default function CrewLayout() {
  const { t } = useWords()
  const { me } = useLoaderData<typeof loader>()
  return (
    <CrewFrame person={me}>
      <SkipLink>{t('common:skip')}</SkipLink>
      <DayOnPhone />
      <Unsent />
      <Outlet />
    </CrewFrame>
  )
}
