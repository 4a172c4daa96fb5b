import { Worker } from 'node:worker_threads'
import { runtime } from '#app/platform/runtime.server.ts'
import type { Cost, Routes } from './search/problem.ts'
import type { SearchNews, SearchTask } from './search-task.ts'

/** Past the time it was given a worker is ended for good. */
const grace = 2000

/**
 * Searches in a thread of its own. Aborting ends the search with the best so far.
 * @throws when the thread ends without an answer
 */
export async function searchInWorker(
  task: Omit<SearchTask, 'stop'>,
  { signal, progress }: { signal: AbortSignal; progress: (share: number, cost: Cost) => void },
): Promise<Routes> {
  const stop = new SharedArrayBuffer(4)
  const worker = new Worker(runtime().plannerWorker, {
    workerData: { ...task, stop } satisfies SearchTask,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  let late: NodeJS.Timeout | undefined
  const endWithin = (ms: number) => {
    clearTimeout(late)
    late = setTimeout(() => void worker.terminate(), ms)
  }
  const end = () => {
    Atomics.store(new Int32Array(stop), 0, 1)
    endWithin(grace)
  }
  try {
    return await new Promise<Routes>((resolve, reject) => {
      worker.on('message', (news: SearchNews) => {
        if (news.kind === 'found') resolve(news.routes)
        else progress(news.share, news.cost)
      })
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`The planner ended with ${code}`)))
      endWithin(task.seconds * 1000 + 5 * grace)
      signal.addEventListener('abort', end)
      if (signal.aborted) end()
    })
  } finally {
    clearTimeout(late)
    signal.removeEventListener('abort', end)
    await worker.terminate()
  }
}
