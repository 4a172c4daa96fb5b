import { parentPort, workerData } from 'node:worker_threads'
import { search } from './search/search.ts'
import type { SearchNews, SearchTask } from './search-task.ts'

/** Runs in a thread of its own, so that the server goes on answering. */
const { problem, initial, seconds, stop } = workerData as SearchTask
const stopFlag = new Int32Array(stop)
const tell = (news: SearchNews) => parentPort!.postMessage(news)

const { routes } = search({
  problem,
  initial,
  seconds,
  stopped: () => Atomics.load(stopFlag, 0) === 1,
  progress: (share, cost) => tell({ kind: 'progress', share, cost }),
})
tell({ kind: 'found', routes })
