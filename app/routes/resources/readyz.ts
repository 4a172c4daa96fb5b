import { freeSpace } from '#app/platform/files.server.ts'
import { runtime } from '#app/platform/runtime.server.ts'

const leastSpace = 200 * 1024 * 1024
const patience = 2000

/** Whether this process can serve: its database answers, its job runner is at work, its disk has room. */
export async function loader() {
  const [database, disk] = await Promise.all([
    within(runtime().ping()),
    within(freeSpace().then((bytes) => bytes > leastSpace || Promise.reject(new Error('full')))),
  ])
  const checks = { database, jobs: runtime().jobsRunning(), disk }
  const ready = Object.values(checks).every(Boolean)
  return Response.json(checks, {
    status: ready ? 200 : 503,
    headers: ready ? {} : { 'Retry-After': '5' },
  })
}

function within(check: Promise<unknown>): Promise<boolean> {
  return Promise.race([
    check.then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, patience, false)),
  ])
}
