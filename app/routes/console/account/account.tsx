import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { readAccount } from '#app/domain/accounts/read-account.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { locales } from '#db/vocabulary/locales.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { PageHead } from '#app/ui/console/page.tsx'
import { Facts, Section, Warn } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { ownRecordPath } from '../complaints/complaint-look.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const notices = {
  password: 'account:changePassword.done',
  'second-factor-on': 'account:secondFactor.doneOn',
  'second-factor-off': 'account:secondFactor.doneOff',
} as const

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request)
  const t = translate(ctx.locale)
  const done = new URL(request.url).searchParams.get('done')
  return {
    title: `${t('account:account.title')} – ${t('brand')}`,
    account: await readAccount(ctx),
    done: done !== null && done in notices ? notices[done as keyof typeof notices] : null,
  }
}

export default function AccountPage() {
  const { t } = useWords()
  const { account, done } = useLoaderData<typeof loader>()
  const roles = account.roles
    .map((role) => t(`words:role.${role}`))
    .join(t('account:account.comma'))
  return (
    <>
      <PageHead title={t('account:account.title')} sub={account.email} />
      <div className="paper">
        {done && (
          <Section label={t('account:account.saved')}>
            <Warn tone="good" icon="s-ok">
              {t(done)}
            </Warn>
          </Section>
        )}
        <Section label={t('account:account.title')}>
          <Facts
            items={[
              { term: t('account:account.name'), children: account.name },
              { term: t('account:account.roles'), children: roles },
              ...(account.store
                ? [{ term: t('account:account.store'), children: account.store }]
                : []),
              ...(account.crew
                ? [{ term: t('account:account.crew'), children: account.crew }]
                : []),
            ]}
          />
        </Section>
        <Section title={t('account:account.record')}>
          <p className="muted">{t('account:account.recordHint')}</p>
          <div className="actions mt">
            <BtnLink icon="chart" href={ownRecordPath}>
              {t('account:account.recordOpen')}
            </BtnLink>
          </div>
        </Section>
        <Language />
        <Security {...account} />
      </div>
    </>
  )
}

function Language() {
  const { t, locale } = useWords()
  return (
    <Section title={t('account:account.language')}>
      <Form method="post" action="/language" reloadDocument>
        <input type="hidden" name="back" value="/console/account" />
        <fieldset aria-describedby="language-hint">
          <legend className="vh">{t('account:account.language')}</legend>
          <div className="actions">
            {locales.map((one) => (
              <Btn
                key={one}
                name="to"
                value={one}
                lang={one}
                aria-pressed={one === locale}
                icon={one === locale ? 'check' : undefined}
              >
                {t(`account:account.languages.${one}`)}
              </Btn>
            ))}
          </div>
          <p className="muted xs" id="language-hint">
            {t('account:account.languageHint')}
          </p>
        </fieldset>
      </Form>
    </Section>
  )
}

function Security({ secondFactor, sessions }: { secondFactor: boolean; sessions: number }) {
  const { t } = useWords()
  return (
    <Section title={t('account:account.security')}>
      <Facts
        items={[
          {
            term: t('account:account.passwordSet'),
            children: (
              <BtnLink href="/console/account/password">
                {t('account:account.passwordChange')}
              </BtnLink>
            ),
          },
          {
            term: t('account:account.secondFactor'),
            children: (
              <div className="actions">
                <Status
                  tone={secondFactor ? 'done' : 'idle'}
                  icon={secondFactor ? 'lock' : 'shield'}
                >
                  {t(`account:account.${secondFactor ? 'secondFactorOn' : 'secondFactorOff'}`)}
                </Status>
                <BtnLink href="/console/account/second-factor">
                  {t(
                    `account:account.${secondFactor ? 'secondFactorRemove' : 'secondFactorSetUp'}`,
                  )}
                </BtnLink>
              </div>
            ),
          },
          {
            term: t('account:account.sessions'),
            children: (
              <div className="actions">
                <span>{t('account:account.sessionsCount', { count: sessions })}</span>
                <Form method="post" action="/console/account/sessions" reloadDocument>
                  <Btn variant="bad">{t('account:account.signOutEverywhere')}</Btn>
                </Form>
                <Form method="post" action="/sign-out" reloadDocument>
                  <Btn>{t('account:account.signOut')}</Btn>
                </Form>
              </div>
            ),
          },
        ]}
      />
    </Section>
  )
}
