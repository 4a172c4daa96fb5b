/**
 * Whether a machine wrote it: an absence note, a bounce, a list. What a person wrote is never answered for by a header
 * alone that people's programs set too.
 */
export function isAutomatic(headers: Readonly<Record<string, string>>, from: string): boolean {
  const said = (name: string) => (headers[name] ?? '').trim().toLowerCase()
  const submitted = said('auto-submitted')
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    /^(bulk|junk|list|auto_reply|auto-reply)\b/.test(said('precedence')) ||
    [
      'x-autoreply',
      'x-autorespond',
      'x-auto-reply',
      'list-id',
      'list-unsubscribe',
      'feedback-id',
    ].some((name) => said(name) !== '') ||
    said('return-path') === '<>' ||
    /^multipart\/report\b/.test(said('content-type')) ||
    /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+.-][^@]*)?@/i.test(from)
  )
}

/** The receiving server found that the sender's domain disowns it. */
export const isDisowned = (headers: Readonly<Record<string, string>>): boolean =>
  /\bdmarc=fail\b/i.test(headers['authentication-results'] ?? '')
