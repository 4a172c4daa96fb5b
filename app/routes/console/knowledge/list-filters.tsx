import { useWords } from '#app/i18n/use-words.ts'
import { Btn, TextLink } from '#app/ui/console/buttons.tsx'
import { FilterBar, FilterFind, FilterSelect } from '#app/ui/console/filters.tsx'
import {
  type ArticleStatus,
  articleStatuses,
  type Audience,
  audiences,
} from '#db/vocabulary/knowledge.ts'
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
  const any = <option value="">{t('knowledge:all')}</option>
  return (
    <FilterBar
      label={t('knowledge:list.filters')}
      action={knowledgePath}
      key={JSON.stringify(filter)}
    >
      <FilterFind
        label={t('knowledge:list.find')}
        name="q"
        placeholder={t('knowledge:list.find')}
        defaultValue={filter.q}
        maxLength={100}
      />
      {writes && (
        <FilterSelect
          label={t('knowledge:list.status')}
          name="status"
          defaultValue={filter.status ?? ''}
        >
          {any}
          {articleStatuses.map((one) => (
            <option key={one} value={one}>
              {t(`knowledge:status.${one}`)}
            </option>
          ))}
        </FilterSelect>
      )}
      <FilterSelect
        label={t('knowledge:list.audience')}
        name="audience"
        defaultValue={filter.audience ?? ''}
      >
        {any}
        {audiences.map((one) => (
          <option key={one} value={one}>
            {t(`knowledge:audience.${one}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect
        label={t('knowledge:list.category')}
        name="category"
        defaultValue={filter.category ?? ''}
      >
        {any}
        {categories.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </FilterSelect>
      <Btn>{t('knowledge:list.apply')}</Btn>
      {Object.values(filter).some(Boolean) && (
        <TextLink href={knowledgePath}>{t('knowledge:list.clear')}</TextLink>
      )}
    </FilterBar>
  )
}
