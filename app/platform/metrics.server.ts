import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

const registry = new Registry()
collectDefaultMetrics({ register: registry })

const requests = new Counter({
  name: 'shangmen_http_requests_total',
  help: 'Requests answered, by class of status',
  labelNames: ['status'],
  registers: [registry],
})
const seconds = new Histogram({
  name: 'shangmen_http_request_seconds',
  help: 'Time from request to answer',
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
})
const inFlight = new Gauge({
  name: 'shangmen_http_requests_in_flight',
  help: 'Requests being answered',
  registers: [registry],
})
const readers = new Gauge({
  name: 'shangmen_live_readers',
  help: 'Pages kept up to date over an open stream, by what they show',
  labelNames: ['page'],
  registers: [registry],
})
const jobs = new Counter({
  name: 'shangmen_jobs_total',
  help: 'Jobs run, by kind and outcome',
  labelNames: ['kind', 'outcome'],
  registers: [registry],
})

/** Begins counting one request. @returns what to call with the answer's status */
export function countRequest(): (status: number) => void {
  const stop = seconds.startTimer()
  inFlight.inc()
  return (status) => {
    stop()
    inFlight.dec()
    requests.inc({ status: `${Math.floor(status / 100)}xx` })
  }
}

export const countReaders = (page: 'board' | 'desk', count: number) => readers.set({ page }, count)

export const countJob = (kind: string, outcome: 'done' | 'failed') => jobs.inc({ kind, outcome })

export const exposition = () => registry.metrics()
export const expositionType = registry.contentType
