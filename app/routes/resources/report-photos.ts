import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import {
  addPhotosAsCustomer,
  addReportPhoto,
  removeReportPhoto,
  reportPhoto,
} from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { DomainError, notFound } from '#app/platform/errors.ts'
import { looksLikeToken } from '#app/platform/tokens.server.ts'
import { readForm, type UploadedFile } from '#app/platform/uploads.server.ts'
import { customerContext, publicContext } from '#app/routes/context.server.ts'
import { photoPath } from '#app/routes/portal/report/paths.ts'
import { keptFileResponse } from './kept-file.server.ts'

/** A photo of a report that isn't sent yet, for whoever holds its token. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const draft = searchParams.get('draft') ?? undefined
  if (!looksLikeToken(draft)) throw notFound()
  return keptFileResponse(
    await reportPhoto(await publicContext(request), draft, searchParams.get('id') ?? ''),
  )
}

/** Takes one photo, sent by itself: of a report being written (`draft`), or of a ticket (`track`). */
export async function action({ request }: ActionFunctionArgs) {
  const { form, files } = await readForm(request)
  const ctx = await publicContext(request)
  const t = translate(ctx.locale)
  const remove = form.get('remove')
  const draft = tokenIn(form, 'draft')
  try {
    if (draft && typeof remove === 'string') {
      await removeReportPhoto(ctx, draft, remove)
      return Response.json({ removed: remove })
    }
    const [file] = files.filter(({ field }) => field === 'photos')
    if (!file) return Response.json({ error: t('report:photos.choose') }, { status: 422 })
    const result = draft
      ? await addReportPhoto(ctx, draft, file)
      : await addToTicket(request, tokenIn(form, 'track'), file)
    if (result.ok) {
      const src = draft ? photoPath(draft, result.id) : null
      return Response.json({ id: result.id, src }, { status: 201 })
    }
    const error = t(`report:photos.${result.reason}`, { name: file.name })
    return Response.json({ error }, { status: result.reason === 'not_kept' ? 503 : 422 })
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'not_found') throw error
    const sentence = t(`refusals:${error.code}`, error.values)
    return Response.json({ error: sentence }, { status: error.kind === 'too_many' ? 429 : 409 })
  }
}

async function addToTicket(request: Request, token: string | undefined, file: UploadedFile) {
  const { ctx } = await customerContext(request, token, 'track')
  const { kept, refusals } = await addPhotosAsCustomer(ctx, [file])
  const [photo] = kept
  return photo ? { ok: true as const, id: photo.id } : { ok: false as const, ...refusals[0]! }
}

function tokenIn(form: FormData, field: string): string | undefined {
  const value = form.get(field)
  return typeof value === 'string' && looksLikeToken(value) ? value : undefined
}
