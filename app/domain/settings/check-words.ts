/** What a line of a checklist says and asks for. */
export interface CheckWords {
  textZh: string
  textEn: string
  must: boolean
  unit: string | null
  lowest: number | null
  highest: number | null
}

/** A line as the audit log keeps it, in no language: `zh / en | must | 1..3 mm`. */
export const sayCheck = ({ textZh, textEn, must, unit, lowest, highest }: CheckWords): string =>
  [`${textZh} / ${textEn}`, must && 'must', unit && `${lowest ?? ''}..${highest ?? ''} ${unit}`]
    .filter(Boolean)
    .join(' | ')

/** The same to be said again; `null` when it isn't one. */
export function readCheckWords(value: string): {
  zh: string
  en: string
  must: boolean
  reading: string | null
} | null {
  const [, zh, en, must, reading] =
    /^(.+?) \/ (.+?)( \| must)?(?: \| (\S*\.\.\S* .+))?$/.exec(value) ?? []
  return zh && en ? { zh, en, must: must !== undefined, reading: reading ?? null } : null
}
