import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { ConfirmVisitForm } from '#app/domain/visits/confirm-visit-form.ts'
import {
  confirmVisit,
  pinVisit,
  readVisitId,
  takeOffCrew,
} from '#app/domain/visits/index.server.ts'
import { PinVisitForm, VersionForm } from '#app/domain/visits/pin-visit-form.ts'
import { submitForm } from '#app/platform/http.server.ts'
import { sayRefusals } from '#app/platform/say-refusals.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { graceSeconds } from './grace.ts'
import { placed } from './placed.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await staffContext(request, 'visit:dispatch')
  return Response.json(null)
}

/**
 * Where a visit stands on the board: POST puts it with a crew, DELETE takes it off, PATCH pins it. The board calls it
 * without the router, which would load the page's modules first and give up when it can't.
 */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const ctx = await staffContext(request, 'visit:dispatch')
  const id = readVisitId(params.id)
  const form = await request.formData()
  const submit = () => {
    switch (request.method) {
      case 'DELETE':
        return submitForm(form, VersionForm, async (asked) =>
          placed(request, await takeOffCrew(ctx, id, asked)),
        )
      case 'PATCH':
        return submitForm(form, PinVisitForm, async (asked) =>
          placed(request, await pinVisit(ctx, id, asked)),
        )
      default:
        return submitForm(form, ConfirmVisitForm, async (asked) =>
          placed(request, await confirmVisit(ctx, id, asked, { graceSeconds })),
        )
    }
  }
  const answer = await submit()
  await sayRefusals(request, answer)
  return 'data' in answer ? Response.json(answer.data, answer.init ?? undefined) : answer
}
