import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  Form,
  Link,
  Outlet,
  useLoaderData,
  useLocation,
  useNavigate,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { listCategories } from '#app/domain/tickets/index.server.ts'
import { ErrorPage } from '#app/error-page.tsx'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import type { SurfaceHandle } from '#app/surface.ts'
import css from '#app/ui/console.css?url'
import { ConsoleFrame } from '#app/ui/console/frame.tsx'
import { ConsoleError, useTrouble } from './console-error.tsx'
import { useHotkeys, usePaletteKey } from './hotkeys.ts'
import { KeySheet, openKeySheet } from './key-sheet.tsx'
import { entriesOf } from './navigation.ts'
import { CommandPalette } from './palette/command-palette.tsx'
import { openPalette, paletteId } from './palette/open-palette.ts'
import { placesOf } from './palette/places.ts'
import { RailFoot } from './rail-foot.tsx'
import { railView } from './rail-view.server.ts'

export const handle: SurfaceHandle = { surface: 'console' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request)
  const { actor } = ctx
  return {
    name: actor.name,
    roles: actor.roles,
    ...(await railView(ctx)),
    categories: (await listCategories(ctx)).map(({ key, zh, en, active }) => ({
      key,
      name: ctx.locale === 'en' ? en : zh,
      active,
    })),
  }
}

export default function Console() {
  return (
    <Frame data={useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  )
}

/** What went wrong on a page of the console stays within it; without a console around it, it is everybody's page. */
export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>('routes/console/layout')
  const trouble = useTrouble()
  if (!data) return <ErrorPage {...trouble} />
  return (
    <Frame data={data}>
      <ConsoleError {...trouble} home={data.may.tickets ? '/console/tickets' : '/console'} />
    </Frame>
  )
}

/** The rail of the console, around every page of it. */
function Frame({
  data: { name, roles, waiting, may },
  children,
}: {
  data: Awaited<ReturnType<typeof loader>>
  children: ReactNode
}) {
  const { t } = useWords()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  useHotkeys({
    '/': openPalette,
    '?': openKeySheet,
    ...(may.register ? { c: () => navigate('/console/tickets/new') } : {}),
  })
  usePaletteKey(openPalette)
  return (
    <ConsoleFrame
      brand={t('common:brand')}
      brandLabel={t('console:brandLabel')}
      brandHref="/console"
      navLabel={t('console:nav.label')}
      skip={t('common:skip')}
      nav={entriesOf({ t, waiting, may, pathname, search })}
      find={{
        label: t('desk:palette.label'),
        words: t('desk:palette.words'),
        keys: '/',
        target: paletteId,
      }}
      after={
        <>
          <CommandPalette places={placesOf({ t, waiting, may })} mayRegister={may.register} />
          <KeySheet mayRegister={may.register} tickets={may.tickets} />
        </>
      }
      linkAs={Link}
      formAs={Form}
      foot={<RailFoot name={name} roles={roles} />}
    >
      {children}
    </ConsoleFrame>
  )
}
