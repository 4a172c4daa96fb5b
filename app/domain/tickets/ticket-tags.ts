export const tagLength = 24
export const mostTags = 12

/** The tags somebody typed, apart from each other by commas or line ends; the same one twice is one. */
export function tagsIn(typed: string): string[] {
  const tags = new Map<string, string>()
  for (const one of typed.split(/[,，、;；\n\t]/)) {
    const tag = one
      .replace(/^[\s#＃]+/, '')
      .replace(/\s+/g, ' ')
      .trim()
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag)
  }
  return [...tags.values()]
}

export const tagsInWords = (tags: readonly string[]) => tags.join('，')
