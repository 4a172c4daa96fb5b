const step = /^\s*\d{1,2}[.、)）]\s*/

/** What somebody wrote in paragraphs; lines that begin with 1., 2., 3. are steps. */
export function Written({ text }: { text: string }) {
  return blocksOf(text).map(({ steps, lines }, i) =>
    steps ? (
      <ol className="steps" key={i}>
        {lines.map((line, n) => (
          <li key={n}>{line.replace(step, '')}</li>
        ))}
      </ol>
    ) : (
      <p className="typed" key={i}>
        {lines.join('\n')}
      </p>
    ),
  )
}

interface Block {
  steps: boolean
  lines: string[]
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let last = undefined as Block | undefined
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      last = undefined
      continue
    }
    const steps = step.test(line)
    if (last?.steps !== steps) blocks.push((last = { steps, lines: [] }))
    last.lines.push(line)
  }
  return blocks
}
