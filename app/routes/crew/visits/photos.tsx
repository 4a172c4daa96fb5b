import { type ActionFunctionArgs, data } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { addVisitPhotos, type RefusedFile } from '#app/domain/work/index.server.ts'
import { AddVisitPhotosForm } from '#app/domain/work/add-photos-form.ts'
import { submitForm } from '#app/platform/http.server.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { savedOrBack } from './saved.server.ts'
import { atOwnVisit } from './visit-context.server.ts'
import { VisitPage } from './visit-page.tsx'

export async function action(args: ActionFunctionArgs) {
  const { ctx, id } = await atOwnVisit(args)
  const { form, files } = await readForm(args.request)
  let refused: RefusedFile[] = []
  const reply = await submitForm(form, AddVisitPhotosForm, async (value) => {
    refused = await addVisitPhotos(ctx, id, value, files)
    return savedOrBack(form, id)
  })
  return refused.length > 0 ? data({ refused }, 422) : reply
}

export default function Photos() {
  return <VisitPage reply={useActionData()} />
}
