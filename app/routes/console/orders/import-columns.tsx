import { columns, namesOf, neededColumns } from '#app/domain/orders/columns.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { Section } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'

/** What the columns may be called, with an example of each. */
export function Columns({ model }: { model: string | null }) {
  const { t, locale } = useWords()
  return (
    <Section title={t('orders:import.columns')}>
      <p className="muted xs">{t('orders:import.columnsHint')}</p>
      <p className="muted xs">{t('orders:import.textHint')}</p>
      <Table
        label={t('orders:table', { name: t('orders:import.columns') })}
        head={[
          { label: t('orders:import.column') },
          { label: t('orders:import.example') },
          { label: t('orders:import.also') },
        ]}
      >
        {columns.map((column) => {
          const name = t(`orders:field.${column}`)
          return (
            <tr key={column}>
              <th scope="row" className="nowrap">
                {name}
                {neededColumns.some((needed) => needed === column) && ' *'}
              </th>
              <td>
                {column === 'model' && model !== null
                  ? model
                  : t(`orders:import.examples.${column}`)}
              </td>
              <td className="muted xs">
                {namesOf(column, locale)
                  .filter((other) => other.toLowerCase() !== name.toLowerCase())
                  .join(locale === 'en' ? ', ' : '、')}
              </td>
            </tr>
          )
        })}
      </Table>
    </Section>
  )
}
