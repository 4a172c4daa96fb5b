import type { BegunWith } from './begun-with.server.ts'

/** What the way to this step already says, sent along with it. */
export function BegunWithFields({ begun }: { begun: BegunWith }) {
  return Object.entries(begun).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
