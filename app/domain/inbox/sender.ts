/** An address as it stands in a mail's head: `Li Na <lina@example.com>`, or the address alone. */
export function senderOf(from: string): { name: string | null; address: string } {
  const [, name, inside] = /^\s*"?([^"<]*)"?\s*<([^<>\s]+)>\s*$/.exec(from) ?? []
  const address = (inside ?? from).trim().toLowerCase().slice(0, 320)
  return { name: name?.trim().slice(0, 120) || null, address }
}
