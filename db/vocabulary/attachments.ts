/**
 * When in a matter's life a file was added. `damage` and `custody` show what was found and what was taken along,
 * `consent` is what a customer signed for one of them or for extra work; `inspection` and `evidence` belong to a
 * return or exchange.
 */
export const attachmentStages = [
  'report',
  'track',
  'desk',
  'before',
  'after',
  'damage',
  'custody',
  'consent',
  'signature',
  'inspection',
  'evidence',
] as const
export type AttachmentStage = (typeof attachmentStages)[number]

/** */
export const maxUploadBytes = 10 * 1024 * 1024
