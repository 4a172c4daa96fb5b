import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { sendNewLink } from '#app/domain/accounts/invite-person.server.ts'
import { readOpenLink, readPerson } from '#app/domain/accounts/read-person.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { mailProviderSet } from '#app/platform/mail.server.ts'
import { seeOther } from '#app/platform/http.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FieldDense } from '#app/ui/console/fields.tsx'
import { Actions } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { CopyButton } from './copy-button.tsx'
import { PersonFrame, personPath } from './person-frame.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'people:manage')
  const { id, name, email } = await readPerson(ctx, params.id!)
  const t = translate(ctx.locale)
  const heading = t('admin:link.title', { name })
  return {
    title: `${heading} – ${t('brand')}`,
    heading,
    person: { id, name, email },
    link: await readOpenLink(ctx, id),
    mails: mailProviderSet(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'people:manage')
  await sendNewLink(ctx, params.id!)
  return seeOther(`${personPath(params.id!)}/link`)
}

/** The one-time link, to be passed on by hand where no mail goes out. */
export default function LinkPage() {
  const { t, format } = useWords()
  const { heading, person, link, mails } = useLoaderData<typeof loader>()
  return (
    <PersonFrame person={person} heading={heading}>
      <Section label={heading}>
        {link ? (
          <div className="form">
            <p>{t('admin:link.lede', { name: person.name })}</p>
            <FieldDense
              id="link"
              label={t('admin:link.label')}
              hint={t('admin:link.until', { when: format.moment(link.expiresAt) })}
            >
              {(aria) => <input className="in" readOnly value={link.url} {...aria} />}
            </FieldDense>
            <CopyButton text={link.url} />
            <p className="muted">
              {t(mails ? 'admin:link.mailed' : 'admin:link.notMailed', { email: person.email })}
            </p>
          </div>
        ) : (
          <p>{t('admin:link.none')}</p>
        )}
      </Section>
      <Section label={t('admin:link.make')}>
        <Form method="post">
          <Actions>
            <BtnLink variant="go" href={personPath(person.id)}>
              {t('admin:link.done')}
            </BtnLink>
            <Btn>{t('admin:link.make')}</Btn>
            <span className="muted xs">{t('admin:link.makeHint')}</span>
          </Actions>
        </Form>
      </Section>
    </PersonFrame>
  )
}
