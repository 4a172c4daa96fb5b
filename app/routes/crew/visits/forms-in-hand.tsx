import { Link } from '@remix-run/react'
import { useHydrated } from './hydrated.ts'

const forms = ['steps', 'checks', 'photos', 'completion', 'signature']

declare global {
  interface Window {
    /** Remix's own list of what it knows of; it grows as links are seen. */
    __remixManifest?: { routes: Record<string, { module: string; imports?: string[] } | undefined> }
  }
}

/**
 * The code behind a visit's forms is fetched while there is a network, so that losing it while one of them is sent
 * doesn't take the page away: first their addresses become known, then what they need is loaded.
 */
export function FormsInHand({ id }: { id: number }) {
  const alive = useHydrated()
  const known = useHydrated(1000)
  return (
    <>
      {alive && (
        <div hidden>
          {forms.map((form) => (
            <Link key={form} to={`/crew/visits/${id}/${form}`} discover="render" />
          ))}
        </div>
      )}
      {known && modules().map((href) => <link key={href} rel="modulepreload" href={href} />)}
    </>
  )
}

function modules(): string[] {
  const routes = window.__remixManifest?.routes ?? {}
  const found = forms.map((form) => routes[`routes/crew/visits/${form}`])
  return [
    ...new Set(found.flatMap((route) => (route ? [route.module, ...(route.imports ?? [])] : []))),
  ]
}
