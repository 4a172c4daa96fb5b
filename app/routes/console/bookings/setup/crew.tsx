import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listChanges } from '#app/domain/accounts/index.server.ts'
import { changeCrew, membersOfCrew, readCrewFacts } from '#app/domain/crews/change-crew.server.ts'
import { crewSubject } from '#app/domain/crews/change-shifts.server.ts'
import { CrewForm } from '#app/domain/crews/crew-form.ts'
import { listAreas } from '#app/domain/crews/index.server.ts'
import { readCrewId } from '#app/domain/crews/read-crew.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { changeViews } from '../history.server.ts'
import { submitChange } from '../strands-reply.server.ts'
import { strandsIn } from '../strands.tsx'
import { savedAt } from '../saved-line.tsx'
import { type CrewField, CrewFields } from './crew-fields.tsx'
import { FormPage } from './form-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  const id = readCrewId(params.id)
  const crew = await readCrewFacts(ctx, id)
  const t = translate(ctx.locale)
  const heading = t('roster:edit.title', { crew: ctx.locale === 'en' ? crew.nameEn : crew.nameZh })
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    crew: { ...crew, areaIds: crew.areaIds.map(String), active: crew.active ? 'yes' : null },
    areas: (await listAreas(ctx)).map((area) => ({
      id: area.id,
      zh: area.nameZh,
      en: area.nameEn,
    })),
    members: await membersOfCrew(ctx, id),
    seen: stampOf(crew),
    changes: changeViews(await listChanges(ctx, [crewSubject(id)])),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'supply:manage')
  return submitChange(await request.formData(), CrewForm, async (form) => {
    await changeCrew(ctx, readCrewId(params.id), form)
    return seeOther(savedAt('/console/bookings/setup', 'crew'))
  })
}

export default function CrewPage() {
  const { t } = useWords()
  const { heading, crew, areas, members, seen, changes } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const f = useFormOf<CrewField>('crew', { reply, defaults: crew })
  return (
    <FormPage
      heading={heading}
      f={f}
      seen={seen}
      strands={strandsIn(reply)}
      save={t('roster:edit.save')}
      changes={changes}
      names={areas}
    >
      <CrewFields f={f} areas={areas} members={members} />
    </FormPage>
  )
}
