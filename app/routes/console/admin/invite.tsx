import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { invitePerson, isEmailTaken } from '#app/domain/accounts/invite-person.server.ts'
import { inviteForm } from '#app/domain/accounts/person-form.ts'
import { personChoices } from '#app/domain/accounts/read-person.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { locales } from '#db/vocabulary/locales.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError, InputDense, SelectDense } from '#app/ui/console/fields.tsx'
import { Actions, Crumb, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { type PersonField, PersonFields } from './person-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'people:manage')
  const t = translate(ctx.locale)
  return {
    title: `${t('admin:invite.title')} – ${t('brand')}`,
    choices: await personChoices(ctx),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'people:manage')
  const sent = await request.formData()
  const schema = inviteForm(await isEmailTaken(ctx, sent.get('email')))
  return submitForm(sent, schema, async (form) => {
    const id = await invitePerson(ctx, form)
    return seeOther(`/console/admin/people/${id}/link`)
  })
}

export default function Invite() {
  const { t, locale } = useWords()
  const { choices } = useLoaderData<typeof loader>()
  const f = useFormOf<PersonField | 'email' | 'locale'>('invite', {
    reply: useActionData<typeof action>(),
    defaults: { locale },
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
        title={t('admin:invite.title')}
      />
      <div className="paper">
        <Section label={t('admin:invite.title')}>
          <Form method="post" className="form form-narrow" {...f.form}>
            {f.formError && <FormError>{f.formError}</FormError>}
            <InputDense
              {...f.field('email')}
              type="email"
              label={t('admin:invite.email')}
              hint={t('admin:invite.emailHint')}
              autoComplete="off"
              maxLength={254}
              required
            />
            <PersonFields f={f} choices={choices} />
            <SelectDense {...f.field('locale')} label={t('admin:invite.language')}>
              {locales.map((one) => (
                <option key={one} value={one} lang={one}>
                  {t(`account:account.languages.${one}`)}
                </option>
              ))}
            </SelectDense>
            <Actions>
              <Btn variant="go">{t('admin:invite.submit')}</Btn>
              <BtnLink href="/console/admin/people">{t('cancel')}</BtnLink>
            </Actions>
          </Form>
        </Section>
      </div>
    </>
  )
}
