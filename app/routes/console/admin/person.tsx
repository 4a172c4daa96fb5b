import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { changePerson } from '#app/domain/accounts/change-person.server.ts'
import { PersonForm } from '#app/domain/accounts/person-form.ts'
import { personChoices, readPerson } from '#app/domain/accounts/read-person.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Actions, Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Facts, Section, Warn } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { type PersonField, PersonFields } from './person-fields.tsx'
import { standingLook } from './standing-look.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'people:manage')
  const person = await readPerson(ctx, params.id!)
  return {
    title: `${person.name} – ${translate(ctx.locale)('brand')}`,
    person,
    choices: await personChoices(ctx),
    saved: new URL(request.url).searchParams.has('saved'),
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
  const { person, choices, saved } = useLoaderData<typeof loader>()
  const f = useFormOf<PersonField>(`person-${person.id}`, {
    reply: useActionData<typeof action>(),
    defaults: person,
  })
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
        <Section title={t('admin:person.facts')}>
          <Form method="post" className="form form-narrow" {...f.form}>
            {saved && !f.formError && (
              <Warn tone="good" icon="s-ok">
                {t('admin:person.saved')}
              </Warn>
            )}
            {f.formError && <FormError>{f.formError}</FormError>}
            <PersonFields f={f} choices={choices} />
            <Actions>
              <Btn variant="go">{t('admin:person.save')}</Btn>
            </Actions>
          </Form>
        </Section>
        <Access />
      </div>
    </>
  )
}

function Access() {
  const { t, format } = useWords()
  const { person } = useLoaderData<typeof loader>()
  const path = `/console/admin/people/${person.id}`
  return (
    <Section
      title={t('admin:person.access')}
      right={
        <TextLink href={`/console/admin/audit?person=${person.id}`}>
          {t('admin:person.audit')}
        </TextLink>
      }
    >
      <Facts
        items={[
          {
            term: t('admin:person.link'),
            hint: t(
              person.standing === 'invited'
                ? 'admin:person.linkInvited'
                : 'admin:person.linkActive',
            ),
            children: <BtnLink href={`${path}/link`}>{t('admin:person.linkAction')}</BtnLink>,
          },
          {
            term: t('admin:people.secondFactor'),
            children: person.secondFactor ? (
              <Form method="post" action={`${path}/second-factor`} className="actions">
                {t('admin:person.secondFactorOn')}
                <Btn>{t('admin:person.secondFactorRemove')}</Btn>
              </Form>
            ) : (
              t('admin:person.secondFactorOff')
            ),
          },
          {
            term: t('admin:people.standing'),
            children: (
              <div className="actions">
                {person.disabledAt &&
                  t('admin:person.disabledSince', { when: format.date(person.disabledAt) })}
                <BtnLink variant={person.disabledAt ? 'plain' : 'bad'} href={`${path}/standing`}>
                  {t(person.disabledAt ? 'admin:person.enable' : 'admin:person.disable')}
                </BtnLink>
              </div>
            ),
          },
        ]}
      />
    </Section>
  )
}
