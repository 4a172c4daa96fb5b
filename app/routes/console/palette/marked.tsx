/** A text in which what was typed is marked, from where to where. */
export function Marked({ text, marks }: { text: string; marks: readonly [number, number][] }) {
  let at = 0
  return (
    <>
      {marks.map(([start, end]) => {
        const before = text.slice(at, start)
        at = end
        return (
          <span key={start}>
            {before}
            <mark>{text.slice(start, end)}</mark>
          </span>
        )
      })}
      {text.slice(at)}
    </>
  )
}
