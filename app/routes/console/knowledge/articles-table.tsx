import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Ago } from '#app/ui/console/page.tsx'
import { Status, Tag } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import type { ArticleStatus, Audience } from '#db/vocabulary/knowledge.ts'
import { articlePath, articleStatusLook } from './article-look.ts'

export interface ArticleRow {
  slug: string
  status: ArticleStatus
  audience: Audience
  title: string
  untranslated: boolean
  about: string[]
  solved: number
  changedAt: string
}

export function ArticlesTable({ rows }: { rows: ArticleRow[] }) {
  const { t, format } = useWords()
  return (
    <Table
      label={t('knowledge:list.heading')}
      head={[
        { label: t('knowledge:list.answer') },
        { label: t('knowledge:list.status') },
        { label: t('knowledge:list.audience') },
        { label: t('knowledge:list.about') },
        { label: t('knowledge:list.solved'), num: true },
        { label: t('knowledge:list.changed') },
      ]}
    >
      {rows.map((row) => (
        <tr key={row.slug}>
          <th scope="row">
            <TextLink href={articlePath(row.slug)}>{row.title}</TextLink>{' '}
            {row.untranslated && <Tag>{t('knowledge:list.untranslated')}</Tag>}
          </th>
          <td>
            <Status {...articleStatusLook[row.status]}>
              {t(`knowledge:status.${row.status}`)}
            </Status>
          </td>
          <td>{t(`knowledge:audience.${row.audience}`)}</td>
          <td>{row.about.join(t('knowledge:comma'))}</td>
          <td className="num" data-label={t('knowledge:list.solved')}>
            {row.solved}
          </td>
          <td>
            <Ago iso={row.changedAt} exact={format.moment(row.changedAt)}>
              {format.distance(row.changedAt)}
            </Ago>
          </td>
        </tr>
      ))}
    </Table>
  )
}
