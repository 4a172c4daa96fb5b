/** What some browsers hand a page that may become an app. */
export interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
  userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>
}

let latest: InstallPrompt | null = null
let hear: ((prompt: InstallPrompt) => void) | null = null

// It comes once, often before the page that offers it is alive.
if (typeof window !== 'undefined') {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    latest = event as InstallPrompt
    hear?.(latest)
  })
}

/** @returns how to hear no more */
export function hearInstallable(listener: (prompt: InstallPrompt) => void): () => void {
  hear = listener
  if (latest) listener(latest)
  return () => {
    hear = null
  }
}
