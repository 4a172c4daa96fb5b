/** What a caller's words may speak of: written `{{name}}` and filled in when they are said. */
export const scriptValues = ['name', 'caller', 'company', 'when', 'product'] as const
export type ScriptValue = (typeof scriptValues)[number]

const place = /\{\{\s*([A-Za-z]*)\s*\}\}/g

const isValue = (name: string): name is ScriptValue => scriptValues.some((value) => value === name)

/** The words with every value that is known. */
export const fillScript = (text: string, values: Record<ScriptValue, string>): string =>
  text.replace(place, (whole, name: string) => (isValue(name) ? values[name] : whole))

/** What stands in double braces and is no value of a call: a slip of the pen. */
export const unknownInScript = (text: string): boolean =>
  [...text.matchAll(place)].some(([, name = '']) => !isValue(name))
