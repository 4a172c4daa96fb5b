import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { disablePerson, enablePerson } from '#app/domain/accounts/change-person.server.ts'
import { readPerson } from '#app/domain/accounts/read-person.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Actions } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { PersonFrame, personPath } from './person-frame.tsx'

const StandingForm = z.object({ standing: z.enum(['active', 'disabled']) })

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'people:manage')
  const { id, name, disabledAt } = await readPerson(ctx, params.id!)
  const t = translate(ctx.locale)
  const wanted = disabledAt ? ('active' as const) : ('disabled' as const)
  const heading = t(`admin:standing.${disabledAt ? 'enableTitle' : 'disableTitle'}`, { name })
  return { title: `${heading} – ${t('brand')}`, heading, person: { id, name }, wanted }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'people:manage')
  const id = params.id!
  return submitForm(await request.formData(), StandingForm, async ({ standing }) => {
    await (standing === 'disabled' ? disablePerson(ctx, id) : enablePerson(ctx, id))
    return seeOther(`${personPath(id)}?${standing === 'disabled' ? 'disabled' : 'saved'}`)
  })
}

/** Asks once before somebody is shut out, or let in again. */
export default function Standing() {
  const { t } = useWords()
  const { heading, person, wanted } = useLoaderData<typeof loader>()
  const f = useFormOf<'standing'>('standing', { reply: useActionData<typeof action>() })
  const key = wanted === 'disabled' ? 'disable' : 'enable'
  return (
    <PersonFrame person={person} heading={heading}>
      <Section label={heading}>
        <Form method="post" className="form form-narrow" {...f.form}>
          {f.formError && <FormError>{f.formError}</FormError>}
          <p>{t(`admin:standing.${key}Lede`, { name: person.name })}</p>
          <input type="hidden" name="standing" value={wanted} />
          <Actions>
            <Btn variant={wanted === 'disabled' ? 'bad' : 'go'}>{t(`admin:standing.${key}`)}</Btn>
            <BtnLink href={personPath(person.id)}>{t('cancel')}</BtnLink>
          </Actions>
        </Form>
      </Section>
    </PersonFrame>
  )
}
