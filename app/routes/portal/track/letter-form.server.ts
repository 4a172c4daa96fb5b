import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import type { z } from 'zod'
import type { CustomerActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { customerContext } from '#app/routes/context.server.ts'
import { inTrouble } from '../title.server.ts'

/**
 * A form within the letter: taken, back to its part of the letter; not taken, the letter again with what was wrong in
 * its place.
 */
export function formOfLetter<S extends z.ZodType>(
  part: string,
  schema: S,
  verb: (
    ctx: Ctx<CustomerActor>,
    value: z.output<S>,
    params: ActionFunctionArgs['params'],
  ) => Promise<void>,
  /** What the letter's address says of it once it is taken. */
  taken = '',
) {
  const refusedHere = new WeakSet<AppLoadContext>()
  const back = (token = '', query = '') => `/track/${token}${query}#${part}`
  return {
    loader: ({ params: { token }, context }: LoaderFunctionArgs) => {
      if (!refusedHere.has(context)) throw redirect(back(token))
      return null
    },
    action: async ({ request, params, context }: ActionFunctionArgs) => {
      const { ctx } = await customerContext(request, params.token, 'track')
      const reply = await submitForm((await readForm(request)).form, schema, async (value) => {
        await verb(ctx, value, params)
        return seeOther(back(params.token, taken))
      })
      if (!(reply instanceof Response)) {
        inTrouble(context)
        refusedHere.add(context)
      }
      return reply
    },
  }
}
