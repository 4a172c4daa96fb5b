import { z } from 'zod'
import { deliverMessage, type Message } from '#app/domain/messages/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { holidaysOf } from '#app/platform/service-hours.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { emailParams } from './email-params.server.ts'

const Payload = z.object({ messageId: z.uuid() })

/** Writes one message and hands it over to its channel; the templates are loaded by the first mail, not by the start. */
export async function sendMessageJob(
  ctx: Ctx,
  payload: unknown,
  attempt: { last: boolean },
): Promise<void> {
  const { messageId } = Payload.parse(payload)
  const render = async (message: Message) => {
    const { renderEmail } = await import('#emails/index.ts')
    const params = emailParams(message, await currentSettings(ctx), await holidaysOf(ctx))
    return renderEmail(message.template, message.locale, params)
  }
  await deliverMessage(ctx, messageId, { render }, attempt)
}
