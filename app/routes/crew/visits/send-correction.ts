/** What became of it: nobody answered, nobody is signed in, or the server didn't take it. */
export type SentCorrection = 'saved' | 'unreached' | 'signedOut' | 'refused'

const patience = 30_000

/** Sent past the router, which would take the page away, with what is typed there, when no answer comes. */
export async function sendCorrection(visitId: number, form: FormData): Promise<SentCorrection> {
  form.set('live', '1')
  try {
    const { status, type } = await fetch(`/crew/visits/${visitId}/correction`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    if (status === 204) return 'saved'
    if (type === 'opaqueredirect') return 'signedOut'
    return status >= 400 && status < 500 && status !== 429 ? 'refused' : 'unreached'
  } catch {
    return 'unreached'
  }
}
