/**
 * What a worker's global scope has beyond a page's, as far as it is used here: TypeScript knows the globals of pages or
 * of workers, and both are in this one project.
 */
interface Lasting extends Event {
  /** The worker isn't ended before the work is done. */
  waitUntil(work: Promise<unknown>): void
}

export interface Asked extends Lasting {
  request: Request
  respondWith(answer: Promise<Response>): void
}

interface WorkerScope {
  addEventListener(name: 'install' | 'activate', hear: (event: Lasting) => void): void
  addEventListener(name: 'fetch', hear: (event: Asked) => void): void
  addEventListener(name: 'message', hear: (event: Lasting) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

export const scope = self as unknown as WorkerScope
