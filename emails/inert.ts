/** Control characters except line feed and tab, direction overrides, byte order marks, lone surrogates. */
const invisible = /[^\P{Cc}\n\t]|\p{Bidi_Control}|\uFEFF|\p{Cs}/gu

export function withoutInvisible(text: string): string {
  return text.replace(invisible, '')
}

/** At most `max` UTF-16 units on one line; never cuts inside a character a reader sees as one. */
export function oneLine(text: string, max: number): string {
  const line = withoutInvisible(text.replace(/[\s\p{Cc}]+/gu, ' ')).trim()
  if (line.length <= max) return line
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(line.slice(0, max * 2))) {
    if (kept.length + segment.length >= max) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** A person's text as paragraphs of lines: a blank line begins a paragraph. */
export function paragraphsOf(text: string): string[][] {
  return text
    .replace(/\r\n|[\r\v\f\u0085\u2028]/g, '\n')
    .replaceAll('\u2029', '\n\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
}
