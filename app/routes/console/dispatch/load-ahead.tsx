import { Link } from '@remix-run/react'
import { useEffect } from 'react'

const folder = 'routes/console/dispatch/'
/** What opens beside the board and what is sent from it; the number in the address is nobody's. */
const ahead = {
  visit: '/console/dispatch/visits/0',
  crew: '/console/dispatch/visits/0/crew',
  removal: '/console/dispatch/visits/0/removal',
  pin: '/console/dispatch/visits/0/pin',
  plans: '/console/dispatch/plans',
  plan: '/console/dispatch/plans/0',
  acceptance: '/console/dispatch/plans/0/acceptance',
  stop: '/console/dispatch/plans/0/stop',
  dismissal: '/console/dispatch/plans/0/dismissal',
}
const files = Object.keys(ahead).map((name) => folder + name)
const loaded = new Set<string>()

/**
 * Loads the code of what the board leads to before it is asked for. Remix leaves the page when such a file can't be
 * had, and a board must outlast its server's absence. The links make Remix learn where the files are.
 */
export function LoadAhead() {
  useEffect(() => {
    const look = () => {
      for (const file of files) {
        const known = window.__remixManifest.routes[file]
        if (!known || loaded.has(file)) continue
        loaded.add(file)
        import(/* @vite-ignore */ known.module).catch(() => loaded.delete(file))
      }
      if (loaded.size === files.length) clearInterval(timer)
    }
    const timer = setInterval(look, 500)
    return () => clearInterval(timer)
  }, [])
  return (
    <span hidden>
      {Object.values(ahead).map((path) => (
        <Link key={path} to={path} />
      ))}
    </span>
  )
}
