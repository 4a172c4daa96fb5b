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
import { countComplaintsWaiting } from '#app/domain/complaints/index.server.ts'
import { countLeavesToDecide } from '#app/domain/crews/leave-waiting.server.ts'
import { countOverdue } from '#app/domain/custody/index.server.ts'
import { countForMe } from '#app/domain/desk/index.server.ts'
import { countMailsToReview } from '#app/domain/inbox/index.server.ts'
import { countOrdersWaiting } from '#app/domain/orders/count-orders.server.ts'
import { countSupplyTasks } from '#app/domain/returns/index.server.ts'
import { casesWaiting } from '#app/domain/returns/list-cases.server.ts'
import { listCategories } from '#app/domain/tickets/index.server.ts'
import { countWaiting } from '#app/domain/tickets/count-waiting.server.ts'
import { ErrorPage } from '#app/error-page.tsx'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
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

export const handle: SurfaceHandle = { surface: 'console' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: css }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request)
  const { actor } = ctx
  const [counted, forMe, orders, leave, custody, returns, supply, mail, complaints] =
    await Promise.all([
      countWaiting(ctx),
      countForMe(ctx),
      countOrdersWaiting(ctx),
      countLeavesToDecide(ctx),
      may(actor, 'custody:read') ? countOverdue(ctx) : null,
      casesWaiting(ctx),
      may(actor, 'return:supply') ? countSupplyTasks(ctx) : null,
      may(actor, 'mail:review') ? countMailsToReview(ctx) : null,
      countComplaintsWaiting(ctx),
    ])
  const waiting = { ...counted, complaints, forMe, orders, leave, custody, returns, supply, mail }
  return {
    name: actor.name,
    roles: actor.roles,
    waiting,
    categories: (await listCategories(ctx)).map(({ key, zh, en, active }) => ({
      key,
      name: ctx.locale === 'en' ? en : zh,
      active,
    })),
    may: {
      tickets: may(actor, 'ticket:read'),
      register: may(actor, 'ticket:register'),
      dispatch: may(actor, 'visit:dispatch'),
      promises: may(actor, 'promise:read'),
      bookings: may(actor, 'booking:read'),
      bookingSetup: may(actor, 'booking:settings'),
      followUps: may(actor, 'follow-up:call'),
      complaints: may(actor, 'complaint:handle'),
      records: may(actor, 'staff-record:read'),
      returns: may(actor, 'return:read'),
      supply: may(actor, 'return:supply'),
      orders: may(actor, 'order:read'),
      custody: may(actor, 'custody:read'),
      customers: may(actor, 'customer:read'),
      phrases: may(actor, 'ticket:message'),
      knowledge: may(actor, 'knowledge:read'),
      crew: may(actor, 'visit:work'),
      settings: may(actor, 'settings:manage'),
      people: may(actor, 'people:manage'),
      messages: may(actor, 'message-log:read'),
      audit: may(actor, 'audit:read'),
    },
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
