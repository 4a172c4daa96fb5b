import { linkToken } from '#app/platform/tokens.server.ts'

/** Stands in a stored text for the token of a private link, which is never stored. */
export const linkPlaceholder = (id: string) => `{{link:${id}}}`

/** The text for somebody else's eyes: `instead` stands where a private link was. */
export const hideLinks = (text: string, instead: string) =>
  text.replace(/(?:https?:\/\/[^\s{]*)?\{\{link:[0-9a-f-]{36}\}\}[\w/?=&#%-]*/g, instead)

/** The text as its reader gets it, with every private link's token in place. */
export const fillLinks = (text: string) =>
  text.replace(/\{\{link:([0-9a-f-]{36})\}\}/g, (_, id: string) => linkToken(id))
