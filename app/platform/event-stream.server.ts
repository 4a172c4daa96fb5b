/** The sender's side of a stream of server-sent events. */
export interface Out {
  send: (event: string, data?: string) => void
  close: () => void
}

/** A sign of life for the reader, and for proxies that cut what is silent. */
const beatEvery = 10_000
/** A reader for whom so many pieces wait doesn't read. */
const mostWaiting = 64

/**
 * Answers with a stream. `open` is called when it begins, and what it returns when it ends, whoever ends it: the
 * sender, the reader, the connection, or a reader who doesn't read.
 */
export function eventStream(signal: AbortSignal, open: (out: Out) => () => void): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let over = false
        let leave = () => {}
        const stopOnce = (finish: () => void) => {
          if (over) return
          over = true
          clearInterval(beating)
          signal.removeEventListener('abort', stop)
          leave()
          finish()
        }
        stop = () => stopOnce(() => controller.error(new Error('The reader is gone')))
        const write = (text: string) => {
          if (over) return
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(text))
          else stop()
        }
        const beating = setInterval(() => write(': \n\n'), beatEvery)
        const out: Out = {
          send: (event, data = '') => write(`event: ${event}\ndata: ${data}\n\n`),
          close: () => stopOnce(() => controller.close()),
        }
        signal.addEventListener('abort', stop)
        write('retry: 1000\n\n')
        leave = open(out)
        if (over) leave()
        if (signal.aborted) stop()
      },
      cancel: () => stop(),
    },
    { highWaterMark: mostWaiting },
  )
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    },
  })
}
