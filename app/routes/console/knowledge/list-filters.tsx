import { useWords } from '#app/i18n/use-words.ts'
import { FilterFind } from '#app/ui/console/filters.tsx'
import {
  type ArticleStatus,
  articleStatuses,
  type Audience,
  audiences,
} from '#db/vocabulary/knowledge.ts'
import { ListChoice, ListFilters } from '../lists/list-filters.tsx'
import { knowledgePath } from './article-look.ts'

export function ArticleFilters({
  filter,
  categories,
  writes,
}: {
  filter: {
    q: string
    status: ArticleStatus | null
    audience: Audience | null
    category: string | null
  }
  categories: { key: string; name: string }[]
  /** Others know of published ones alone. */
  writes: boolean
}) {
  const { t } = useWords()
  return (
    <ListFilters label={t('knowledge:list.filters')} path={knowledgePath} search={filter}>
      <FilterFind
        label={t('knowledge:list.find')}
        name="q"
        placeholder={t('knowledge:list.find')}
        defaultValue={filter.q}
        maxLength={100}
      />
      {writes && (
        <ListChoice
          label={t('knowledge:list.status')}
          name="status"
          chosen={filter.status}
          options={articleStatuses.map((one) => ({
            value: one,
            label: t(`knowledge:status.${one}`),
          }))}
        />
      )}
      <ListChoice
        label={t('knowledge:list.audience')}
        name="audience"
        chosen={filter.audience}
        options={audiences.map((one) => ({ value: one, label: t(`knowledge:audience.${one}`) }))}
      />
      <ListChoice
        label={t('knowledge:list.category')}
        name="category"
        chosen={filter.category}
        options={categories.map(({ key, name }) => ({ value: key, label: name }))}
      />
    </ListFilters>
  )
}
