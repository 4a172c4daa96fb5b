/** When in a matter's life a file was added. */
export const attachmentStages = ['report', 'track', 'desk', 'before', 'after', 'signature'] as const
export type AttachmentStage = (typeof attachmentStages)[number]

/** */
export const maxUploadBytes = 10 * 1024 * 1024
