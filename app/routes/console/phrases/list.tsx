import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPhrases } from '#app/domain/phrases/read-phrases.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { may } from '#app/platform/permissions.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { EmptyState, PageHead } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'ticket:message')
  const t = translate(ctx.locale)
  const english = ctx.locale === 'en'
  return {
    title: `${t('desk:phrases.title')} – ${t('brand')}`,
    mayManage: may(ctx.actor, 'phrase:manage'),
    phrases: (await listPhrases(ctx)).map((phrase) => ({
      id: phrase.id,
      title: english ? phrase.titleEn : phrase.titleZh,
      zh: phrase.bodyZh,
      en: phrase.bodyEn,
      kinds: phrase.kinds,
      retired: phrase.retiredAt !== null,
      by: phrase.updatedBy,
      at: phrase.updatedAt.toISOString(),
    })),
  }
}

/** KB-2: what every clerk may say, in its order. */
export default function PhraseList() {
  const { t, format } = useWords()
  const { phrases, mayManage } = useLoaderData<typeof loader>()
  const add = mayManage && (
    <BtnLink variant="go" icon="plus" href="/console/phrases/new">
      {t('desk:phrases.new')}
    </BtnLink>
  )
  return (
    <>
      <PageHead title={t('desk:phrases.title')} sub={t('desk:phrases.sub')}>
        {add}
      </PageHead>
      <div className="paper">
        {phrases.length === 0 ? (
          <EmptyState title={t('desk:phrases.empty')}>{t('desk:phrases.emptyHint')}</EmptyState>
        ) : (
          <Section>
            <Table
              lines
              label={t('desk:phrases.title')}
              head={[
                { label: t('desk:phrases.name') },
                { label: t('desk:phrases.zh') },
                { label: t('desk:phrases.en') },
                { label: t('desk:phrases.kinds') },
                { label: t('desk:phrases.changed') },
              ]}
            >
              {phrases.map((phrase) => (
                <tr key={phrase.id}>
                  <th scope="row">
                    {mayManage ? (
                      <TextLink href={`/console/phrases/${phrase.id}`}>{phrase.title}</TextLink>
                    ) : (
                      phrase.title
                    )}
                    {phrase.retired && (
                      <div>
                        <Status tone="idle" icon="s-closed">
                          {t('desk:phrases.retired')}
                        </Status>
                      </div>
                    )}
                  </th>
                  <td className="typed xs" lang="zh-CN">
                    {phrase.zh}
                  </td>
                  <td className="typed xs" lang="en">
                    {phrase.en}
                  </td>
                  <td>
                    {phrase.kinds.length === 0
                      ? t('desk:phrases.all')
                      : phrase.kinds.map((kind) => t(`words:ticketKind.${kind}`)).join(' · ')}
                  </td>
                  <td className="xs muted">
                    {phrase.by
                      ? t('desk:phrases.by', { name: phrase.by, at: format.moment(phrase.at) })
                      : format.moment(phrase.at)}
                  </td>
                </tr>
              ))}
            </Table>
          </Section>
        )}
      </div>
    </>
  )
}
