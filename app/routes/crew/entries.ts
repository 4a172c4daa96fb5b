import type { ActionFunctionArgs } from '@remix-run/node'
import { Envelope } from '#app/domain/journal/envelope.ts'
import { takeEntry } from '#app/domain/journal/index.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { may } from '#app/platform/permissions.ts'
import { signedIn } from '#app/platform/session.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { publicContext } from '#app/routes/context.server.ts'

/**
 * Where a crew's phone sends what it kept, one entry at a time (VS-6). It is answered with what became of the entry, or
 * with why it has to wait: nobody is signed in, or somebody else than who recorded it.
 */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await publicContext(request)
  const session = await signedIn(ctx, request)
  if (!session?.complete) return Response.json({ signedOut: true }, { status: 401 })
  const { actor } = session
  if (!may(actor, 'visit:work')) return someoneElse()
  const { form, files } = await readForm(request)
  const envelope = Envelope.safeParse(Object.fromEntries(form))
  if (!envelope.success) return Response.json({ unreadable: true }, { status: 400 })
  if (envelope.data._by !== actor.id) return someoneElse()
  try {
    return Response.json(await takeEntry({ ...ctx, actor }, envelope.data, form, files))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const refusal = { refusal: error.code, values: error.values }
    return Response.json({ outcome: 'refused', refusal })
  }
}

const someoneElse = () => Response.json({ someoneElse: true }, { status: 409 })
