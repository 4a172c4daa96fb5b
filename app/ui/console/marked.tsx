/** A text with the parts lit that were looked for; `marks` are from where to where. */
export function Marked({ text, marks }: { text: string; marks: readonly (readonly number[])[] }) {
  const parts = marks.map(([start = 0, end = 0], i) => ({
    plain: text.slice(marks[i - 1]?.[1] ?? 0, start),
    lit: text.slice(start, end),
  }))
  return (
    <>
      {parts.map(({ plain, lit }, i) => (
        <span key={i}>
          {plain}
          <mark>{lit}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}
