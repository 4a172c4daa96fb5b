/**
 * A file to be kept, under a name in the reader's language, and a plain one for whatever can't write that.
 * @param plain letters, digits, dashes and dots alone
 */
export const attachmentOf = (name: string, plain: string) =>
  `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(
    name.toWellFormed().replace(/[\\/:*?"<>|\p{Cc}]/gu, ' '),
  ).replace(/['()]/g, encodeURIComponent)}`

/** Text as it stands in HTML, in an attribute too. */
export const escapedHtml = (text: string) =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
