import { forgetDays } from './forget-days.ts'
import { tellChange } from './outbox.ts'
import { sendKept } from './send.ts'
import { allEntries, dropEntries } from './store.ts'

/** Tabs tell each other here that somebody signed out. */
const channel = 'crew-leaving'

export type Left = { is: 'left' } | { is: 'unsent'; count: number } | { is: 'unreached' }

/**
 * Signs out, once everything this person did has been sent; then what the phone kept for them goes. While something
 * can't be sent they stay signed in, and nothing is lost.
 */
export async function leave(me: string): Promise<Left> {
  await sendKept(me)
  const count = await waitingOf(me)
  if (count > 0) return { is: 'unsent', count }
  try {
    const response = await fetch('/sign-out', { method: 'POST', redirect: 'manual' })
    if (response.type !== 'opaqueredirect' && !response.ok) return { is: 'unreached' }
  } catch {
    return { is: 'unreached' }
  }
  await forgetPerson(me)
  new BroadcastChannel(channel).postMessage('left')
  return { is: 'left' }
}

const waitingOf = async (me: string) =>
  (await kept()).filter(({ by, state }) => by === me && state === 'waiting').length

/** Nothing that was sent, and no page, stays of somebody who has left; what was done meanwhile waits for them. */
async function forgetPerson(me: string): Promise<void> {
  await drop(({ by, state }) => by === me && state !== 'waiting')
  forgetDrafts()
  await forgetDays()
}

/** What somebody else has sent is theirs alone; what they haven't, and what wasn't taken, waits for them. */
export const dropOthersSent = (me: string) => drop(({ by, state }) => by !== me && state === 'sent')

type KeptEntry = Awaited<ReturnType<typeof allEntries>>[number]

async function drop(which: (entry: KeptEntry) => boolean): Promise<void> {
  const orders = (await kept()).filter(which).map(({ order }) => order)
  if (orders.length === 0) return
  await dropEntries(orders)
  await tellChange()
}

/** A browser that keeps nothing has nothing to forget. */
const kept = () => allEntries().catch(() => [])

function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('visit-')) localStorage.removeItem(key)
    }
  } catch {
    return
  }
}

/** A page that is still open after its person has left is theirs no more. */
export function hearLeaving(signal: AbortSignal): void {
  const leaving = new BroadcastChannel(channel)
  leaving.onmessage = () => location.replace('/sign-in')
  signal.addEventListener('abort', () => leaving.close())
}
