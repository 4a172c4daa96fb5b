import type { inboundMails } from '#db/schema/mail.ts'
import { keepUpload, uploadKey } from '#app/domain/tickets/index.server.ts'
import { cleanText } from '#app/platform/fields.ts'
import type { AcceptedUpload } from '#app/platform/images.server.ts'
import {
  readReceivedFiles,
  readReceivedMail,
  type ReceivedMail,
} from '#app/platform/inbound-mail.server.ts'
import type { UploadedFile } from '#app/platform/uploads.server.ts'
import { isAutomatic, isDisowned } from './automatic.ts'
import { replyIn } from './reply-text.ts'

export interface MailReader {
  mail(providerId: string): Promise<ReceivedMail>
  files(providerId: string): Promise<UploadedFile[]>
}

export const provider: MailReader = { mail: readReceivedMail, files: readReceivedFiles }

export type Mail = typeof inboundMails.$inferSelect

export interface Content {
  text: string
  reply: string
  automatic: boolean
  disowned: boolean
  files: { name: string; upload: AcceptedUpload; key: string }[]
  refused: string[]
}

const longestText = 200_000

/** What a mail says and what came along, the files already kept. */
export async function readContent(mail: Mail, from: MailReader): Promise<Content> {
  const { text, headers } = await from.mail(mail.providerId)
  const whole = cleanText(text).slice(0, longestText)
  const files: Content['files'] = []
  const refused: string[] = []
  for (const file of await from.files(mail.providerId)) {
    const kept = await keepUpload(file)
    // A full disk is not the mail's fault: it is read again later.
    if (!kept.ok && kept.reason === 'not_kept') throw new Error('no room for an attachment')
    if (!kept.ok) refused.push(file.name)
    else {
      const key = uploadKey(`mail:${mail.id}`, file.bytes)
      files.push({ name: file.name, upload: kept.kept, key })
    }
  }
  return {
    text: whole,
    reply: replyIn(whole),
    automatic: isAutomatic(headers, mail.fromAddress),
    disowned: isDisowned(headers),
    files,
    refused,
  }
}
