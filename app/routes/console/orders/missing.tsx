import { useWords } from '#app/i18n/use-words.ts'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import type { OrderView } from './order-view.server.ts'

/** What the store still owes: what the contract lacks, and what the desk wrote. */
export function Missing({ order: { missing, returnNote } }: { order: OrderView }) {
  const { t } = useWords()
  if (missing.length === 0 && returnNote === null) return null
  return (
    <Section title={t('orders:missing.title')}>
      {returnNote !== null && (
        <Warn icon="undo">
          <b>{t('orders:missing.returned')}</b>
          <p className="typed">{returnNote}</p>
        </Warn>
      )}
      {missing.length > 0 && (
        <ul className={returnNote === null ? 'plain' : 'plain mt'}>
          {missing.map(({ field, why }) => {
            const what = t(`orders:missing.${why}`, { field: t(`orders:field.${field}`) })
            const known =
              why === 'unclear' &&
              (field === 'phone' || field === 'address' || field === 'deliveryOn')
            return (
              <li key={field}>
                {what}
                {known && <span className="muted"> – {t(`orders:missing.why.${field}`)}</span>}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
