import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorPage } from './error-page.tsx'
import type { Frame } from './i18n/use-words.ts'
import { useWords } from './i18n/use-words.ts'
import { usePageContext } from './page-context.ts'
import { localeOf } from './platform/locale.server.ts'
import { companyZone } from './platform/time.server.ts'
import { isHydrated, surfaceOf } from './surface.ts'
import { reloadUnlessUnreached } from './unreached.ts'

export const shouldRevalidate = reloadUnlessUnreached

export async function loader({ request }: LoaderFunctionArgs): Promise<Frame> {
  return { locale: await localeOf(request), zone: companyZone(), now: new Date().toISOString() }
}

export function Layout({ children }: { children: ReactNode }) {
  const { locale } = useWords()
  const { nonce, entry } = usePageContext()
  const surface = surfaceOf(useMatches().map((match) => match.handle))
  return (
    <html lang={locale} data-surface={surface}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {isHydrated(surface) ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : (
          <script type="module" src={entry} nonce={nonce} />
        )}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { reference } = usePageContext()
  const answer = isRouteErrorResponse(error) ? error : null
  const body = (answer?.data ?? {}) as { said?: string; reference?: string }
  return (
    <ErrorPage
      status={answer?.status ?? 500}
      said={body.said ?? null}
      reference={body.reference ?? reference}
    />
  )
}
