import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import { AreaForm, districtsText } from '#app/domain/crews/area-form.ts'
import { areaSubject, changeArea, readArea } from '#app/domain/crews/change-area.server.ts'
import { readCrewId } from '#app/domain/crews/read-crew.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { pointText } from '#app/platform/point.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { changeViews } from '../history.server.ts'
import { savedAt } from '../saved-line.tsx'
import { type AreaField, AreaFields } from './area-fields.tsx'
import { FormPage } from './form-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  const id = readCrewId(params.id)
  const area = await readArea(ctx, id)
  const t = translate(ctx.locale)
  const heading = t('roster:area.title', {
    area: ctx.locale === 'en' ? area.nameEn : area.nameZh,
  })
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    area: {
      nameZh: area.nameZh,
      nameEn: area.nameEn,
      cityZh: area.cityZh,
      cityEn: area.cityEn,
      districts: districtsText({ names: area.districts, points: area.districtPoints }),
      middle: area.middle && pointText(area.middle),
      speedKmh: area.speedKmh,
    },
    seen: stampOf(area),
    changes: changeViews(await listChanges(ctx, [areaSubject(id)])),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  return submitForm(await request.formData(), AreaForm, async (form) => {
    await changeArea(ctx, readCrewId(params.id), form)
    return seeOther(savedAt('/console/bookings/setup', 'area'))
  })
}

export default function AreaPage() {
  const { t } = useWords()
  const { heading, area, seen, changes } = useLoaderData<typeof loader>()
  const f = useFormOf<AreaField>('area', {
    reply: useActionData<typeof action>(),
    defaults: area,
  })
  return (
    <FormPage heading={heading} f={f} seen={seen} save={t('roster:area.save')} changes={changes}>
      <AreaFields f={f} />
    </FormPage>
  )
}
