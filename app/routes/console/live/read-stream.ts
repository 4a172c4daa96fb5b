/** The server gives a sign of life every ten seconds: longer silence is a dead connection, whatever the browser thinks. */
const longestSilence = 25_000

interface Hears {
  signal: AbortSignal
  heard: (event: string, data: string) => void
}

/**
 * Reads a stream until it ends. `fetch` and not EventSource: the status of an answer tells a colleague who is signed
 * out from a server that is away, and silence is noticed.
 */
export async function readStream(
  url: string,
  { signal, heard }: Hears,
): Promise<'ended' | 'signed_out'> {
  const attempt = new AbortController()
  const stop = () => attempt.abort()
  signal.addEventListener('abort', stop)
  let silence = setTimeout(stop, longestSilence)
  try {
    const response = await fetch(url, {
      signal: attempt.signal,
      headers: { Accept: 'text/event-stream' },
    })
    if (response.status === 401 || response.status === 403) return 'signed_out'
    if (!response.ok || !response.body) return 'ended'
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let rest = ''; ;) {
      const { done, value } = await reader.read()
      if (done) return 'ended'
      clearTimeout(silence)
      silence = setTimeout(stop, longestSilence)
      const pieces = (rest + value).split('\n\n')
      rest = pieces.pop() ?? ''
      for (const piece of pieces) {
        const event = /^event: (.*)$/m.exec(piece)?.[1]
        if (event === 'signed_out') return 'signed_out'
        if (event) heard(event, /^data: (.*)$/m.exec(piece)?.[1] ?? '')
      }
    }
  } catch {
    return 'ended'
  } finally {
    clearTimeout(silence)
    signal.removeEventListener('abort', stop)
    stop()
  }
}
