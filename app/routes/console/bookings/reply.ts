interface Sent {
  lastResult?: { initialValue?: Record<string, unknown> | null }
}

/** The answer to one of a page's forms: what it was sent with tells it apart from the others. */
export function replyTo(reply: unknown, sent: Record<string, string>): unknown {
  const values = (reply as Sent | null | undefined)?.lastResult?.initialValue
  if (!values) return undefined
  return Object.entries(sent).every(([name, value]) => values[name] === value) ? reply : undefined
}
