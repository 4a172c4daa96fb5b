interface Traced {
  name: string
  ph: string
  ts: number
  dur?: number
  /** Of the thread's own time: what else the machine does is left out. */
  tdur?: number
  pid: number
  tid: number
  args?: { name?: string }
}

/** What keeps the page's thread busy: script, style, layout, paint. */
const costs = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'Layerize',
  'Layout',
  'MajorGC',
  'MinorGC',
  'Paint',
  'PrePaint',
  'RunMicrotasks',
  'TimerFire',
  'UpdateLayoutTree',
])

/** Milliseconds that each frame of a Chromium trace cost on the page's main thread; frames without work are left out. */
export function framesOf(trace: string): number[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: Traced[] }
  const frames = new Map<string, number>()
  for (const { name, pid, tid } of traceEvents) {
    if (name !== 'BeginMainThreadFrame') continue
    frames.set(`${pid} ${tid}`, (frames.get(`${pid} ${tid}`) ?? 0) + 1)
  }
  const [thread] = [...frames].sort((a, b) => b[1] - a[1])[0] ?? []
  const own = traceEvents
    .filter(({ pid, tid }) => `${pid} ${tid}` === thread)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  const sums: number[] = []
  let sum = 0
  let until = 0
  for (const { name, ph, ts, dur = 0, tdur = dur } of own) {
    if (name === 'BeginMainThreadFrame') {
      if (sum > 0) sums.push(sum / 1000)
      sum = 0
    }
    // One within another counts once.
    if (ph !== 'X' || !costs.has(name) || ts < until) continue
    sum += tdur
    until = ts + dur
  }
  return sums
}

export function told(frames: number[]): string {
  const sorted = [...frames].sort((a, b) => a - b)
  const share = (part: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2)
  const long = frames.filter((ms) => ms > 16).length
  return `${frames.length} frames, median ${share(0.5)} ms, p95 ${share(0.95)} ms, longest ${share(1)} ms, ${long} over 16 ms`
}
