import { Form } from '@remix-run/react'
import type { readPerson } from '#app/domain/accounts/read-person.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Facts, Section, Warn } from '#app/ui/console/sections.tsx'

type Person = Awaited<ReturnType<typeof readPerson>>

/** Said on top, with the way back beside it. */
export function Disabled({ person, just }: { person: Person; just: boolean }) {
  const { t, format } = useWords()
  if (!person.disabledAt) return null
  return (
    <Section label={t('admin:people.standing')}>
      <Warn tone={just ? 'good' : 'waiting'} icon={just ? 's-ok' : 's-cancel'}>
        <div className="actions">
          {just
            ? t('admin:person.disabledNow')
            : t('admin:person.disabledSince', { when: format.date(person.disabledAt) })}
          <BtnLink href={`/console/admin/people/${person.id}/standing`}>
            {t('admin:person.enable')}
          </BtnLink>
        </div>
      </Warn>
    </Section>
  )
}

/** How somebody comes in, and how they are shut out. */
export function Access({ person }: { person: Person }) {
  const { t } = useWords()
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
          ...(person.disabledAt
            ? []
            : [
                {
                  term: t('admin:people.standing'),
                  children: (
                    <BtnLink variant="bad" href={`${path}/standing`}>
                      {t('admin:person.disable')}
                    </BtnLink>
                  ),
                },
              ]),
        ]}
      />
    </Section>
  )
}
