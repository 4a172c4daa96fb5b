import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listTerms, termsSubject } from '#app/domain/settings/terms.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { returnChanges } from './history.server.ts'
import { ReturnHistory } from './history.tsx'
import { SavedSetting, SettingsCrumb } from '../../admin/setting-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const path = '/console/returns/terms'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'settings:manage')
  const t = translate(ctx.locale)
  return {
    title: `${t('returnSettings:terms.title')} – ${t('brand')}`,
    terms: await listTerms(ctx),
    changes: await returnChanges(ctx, termsSubject),
  }
}

/** RX-2: the terms under which goods are covered, in the order in which they are judged. */
export default function Terms() {
  const { t, locale } = useWords()
  const { terms, changes } = useLoaderData<typeof loader>()
  const title = t('returnSettings:terms.title')
  const listed = (words: string[]) => words.join(t('returnSettings:comma'))
  return (
    <>
      <PageHead crumb={<SettingsCrumb />} title={title}>
        <BtnLink variant="go" icon="plus" href={`${path}/new`}>
          {t('returnSettings:terms.add')}
        </BtnLink>
      </PageHead>
      <SavedSetting />
      <div className="paper">
        {terms.length === 0 ? (
          <EmptyState title={t('returnSettings:terms.empty')}>
            {t('returnSettings:terms.emptyHint')}
          </EmptyState>
        ) : (
          <Section label={title}>
            <p className="muted">{t('returnSettings:terms.lede')}</p>
            <div className="row-lines">
              <Table
                label={t('returnSettings:terms.table')}
                head={[
                  { label: t('returnSettings:terms.name') },
                  { label: t('returnSettings:terms.span') },
                  { label: t('returnSettings:terms.remedies') },
                  { label: t('returnSettings:terms.products') },
                  { label: t('returnSettings:terms.standing') },
                ]}
              >
                {terms.map((term) => (
                  <tr key={term.id}>
                    <th scope="row">
                      <TextLink href={`${path}/${term.id}`}>
                        {locale === 'en' ? term.nameEn : term.nameZh}
                      </TextLink>
                      <br />
                      <span className="muted xs">
                        {listed(term.reasons.map((one) => t(`returns:reason.${one}`)))}
                      </span>
                    </th>
                    <td>
                      {term.days === null
                        ? t('returnSettings:terms.spanOf.months', { n: term.months })
                        : t('returnSettings:terms.spanOf.days', { n: term.days })}
                      {term.unopened && (
                        <>
                          <br />
                          <span className="muted xs">
                            {t('returnSettings:terms.unopenedShort')}
                          </span>
                        </>
                      )}
                    </td>
                    <td>{listed(term.remedies.map((one) => t(`returns:remedy.${one}`)))}</td>
                    <td>{term.model || t('returnSettings:terms.all')}</td>
                    <td>
                      <Status
                        tone={term.active ? 'done' : 'idle'}
                        icon={term.active ? 's-ok' : 's-closed'}
                      >
                        {t(
                          term.active
                            ? 'returnSettings:terms.inForce'
                            : 'returnSettings:terms.over',
                        )}
                      </Status>
                    </td>
                  </tr>
                ))}
              </Table>
            </div>
          </Section>
        )}
        <ReturnHistory changes={changes} />
      </div>
    </>
  )
}
