import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import type { Ctx } from '#app/platform/context.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'

/** A button on a mail, under an address of its own. */
export function decidesMail(
  decide: (ctx: Ctx, id: string) => Promise<void>,
  then: (id: string) => string,
) {
  return {
    loader: async ({ request }: LoaderFunctionArgs) => {
      await staffContext(request, 'mail:review')
      return null
    },
    action: async ({ request, params: { id = '' } }: ActionFunctionArgs) => {
      const ctx = await staffContext(request, 'mail:review')
      return submitForm(await request.formData(), z.object({}), async () => {
        await decide(ctx, id)
        return seeOther(then(id))
      })
    },
  }
}
