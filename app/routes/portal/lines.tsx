/** One line under the other; `none` where there is nothing to say. */
export function Lines({ of, none = '' }: { of: string[]; none?: string }) {
  if (of.length === 0) return none
  return of.map((line, index) => (
    <span key={line}>
      {index > 0 && <br />}
      {line}
    </span>
  ))
}
