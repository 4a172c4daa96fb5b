import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { changePerson } from '#app/domain/accounts/change-person.server.ts'
import { PersonForm } from '#app/domain/accounts/person-form.ts'
import { personChoices, readPerson } from '#app/domain/accounts/read-person.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Actions, Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Access, Disabled } from './person-access.tsx'
import { type PersonField, PersonFields } from './person-fields.tsx'
import { standingLook } from './standing-look.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'people:manage')
  const person = await readPerson(ctx, params.id!)
  const search = new URL(request.url).searchParams
  return {
    title: `${person.name} – ${translate(ctx.locale)('brand')}`,
    person,
    choices: await personChoices(ctx, person),
    saved: search.has('saved'),
    justDisabled: search.has('disabled'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'people:manage')
  return submitForm(await request.formData(), PersonForm, async (form) => {
    await changePerson(ctx, params.id!, form)
    return seeOther(`/console/admin/people/${params.id}?saved`)
  })
}

export default function PersonPage() {
  const { t } = useWords()
  const { person, choices, saved, justDisabled } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const f = useFormOf<PersonField>(`person-${person.id}`, {
    reply,
    defaults: person,
  })
  // Roles that can't be taken away stand again as they are held.
  const rolesStay = f.refusal === 'lastAdministrator'
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!rolesStay) return
    for (const box of fields.current?.querySelectorAll<HTMLInputElement>('[name=roles]') ?? []) {
      box.checked = box.defaultChecked
    }
  }, [rolesStay, reply])
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('admin:people.title')}
            items={[{ href: '/console/admin/people', label: t('admin:people.title') }]}
          />
        }
        title={person.name}
        sub={person.email}
      >
        <Status {...standingLook[person.standing]}>
          {t(`admin:people.standings.${person.standing}`)}
        </Status>
      </PageHead>
      <div className="paper">
        {person.disabledAt && <Disabled person={person} just={justDisabled} />}
        <Section title={t('admin:person.facts')}>
          <Form method="post" className="form form-narrow" {...f.form}>
            {saved && !f.formError && (
              <Warn tone="good" icon="s-ok">
                {t('admin:person.saved')}
              </Warn>
            )}
            {f.formError && <FormError>{f.formError}</FormError>}
            <div className="form wide" ref={fields}>
              <PersonFields f={f} choices={choices} held={rolesStay ? person.roles : undefined} />
            </div>
            <Actions>
              <Btn variant="go">{t('admin:person.save')}</Btn>
            </Actions>
          </Form>
        </Section>
        <Access person={person} />
      </div>
    </>
  )
}
