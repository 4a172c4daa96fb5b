import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { addPhotosAsCustomer, type RefusedPhoto } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { customerContext } from '#app/routes/context.server.ts'
import { inTrouble } from '../title.server.ts'
import { PhotosForm } from './photos-form.tsx'

const refusedHere = new WeakSet<LoaderFunctionArgs['context']>()

export function loader({ params: { token = '' }, context }: LoaderFunctionArgs) {
  if (!refusedHere.has(context)) throw redirect(`/track/${token}#photos`)
  return null
}

export async function action({ request, params: { token = '' }, context }: ActionFunctionArgs) {
  const { ctx } = await customerContext(request, token, 'track')
  const { files } = await readForm(request)
  const photos = files.filter(({ field }) => field === 'photos')
  const trouble = (reply: { refused: RefusedPhoto[]; refusal?: string }, status: number) => {
    inTrouble(context)
    refusedHere.add(context)
    return data(reply, status)
  }
  const t = translate(ctx.locale)
  if (photos.length === 0) return trouble({ refused: [], refusal: t('report:photos.choose') }, 422)
  try {
    const { refusals } = await addPhotosAsCustomer(ctx, photos)
    if (refusals.length > 0) return trouble({ refused: refusals }, 422)
    return seeOther(`/track/${token}#photos`)
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'too_many') throw error
    return trouble({ refused: [], refusal: t(`refusals:${error.code}`, error.values) }, 429)
  }
}

/** The form again, with what was wrong; the photos that were right are on the page. */
export default function RefusedPhotos() {
  const { token = '' } = useParams()
  const reply = useActionData<typeof action>()
  return <PhotosForm page={{ token }} refused={reply?.refused} refusal={reply?.refusal} />
}
