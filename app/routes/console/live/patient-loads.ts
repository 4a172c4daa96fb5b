import { pause } from './follow.ts'

/** The data of the pages that are kept up to date, and of what opens on them. */
const data = /^\/console\/(dispatch|tickets)(\/.*)?\.data$/
/** Where Remix asks what there is at an address that is gone to; without a signal it only wonders. */
const map = '/__manifest'
const away = [502, 503, 504]
let pages = 0
let installed = false

/**
 * A page that is loaded anew while its server is away would become an error page. While this holds, what it loads
 * waits for the server instead, and the page keeps what it shows. @returns how to end it
 */
export function loadPatiently(): () => void {
  pages++
  if (!installed) install()
  installed = true
  return () => void pages--
}

function install() {
  const plain = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href)
    const reads = (init?.method ?? 'GET') === 'GET' && !(input instanceof Request)
    const signal = init?.signal
    const needed = data.test(pathname) || (pathname === map && signal)
    if (pages === 0 || !reads || !needed) return plain(input, init)
    for (let vain = 1; ; vain++) {
      try {
        const response = await plain(input, init)
        if (!away.includes(response.status)) return response
      } catch (error) {
        if (signal?.aborted) throw error
      }
      await pause(Math.min(5000, 250 * 2 ** vain), signal)
      signal?.throwIfAborted()
    }
  }
}
