import type { Cost, Problem, Routes } from './search/problem.ts'

/** What a worker is given to do; `stop` is shared with whoever may end it. */
export interface SearchTask {
  problem: Problem
  initial: Routes
  seconds: number
  stop: SharedArrayBuffer
}

/** What a worker tells. */
export type SearchNews =
  { kind: 'progress'; share: number; cost: Cost } | { kind: 'found'; routes: Routes }
