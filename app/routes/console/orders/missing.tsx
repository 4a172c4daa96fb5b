import { useWords } from '#app/i18n/use-words.ts'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { useMissingSentence } from './missing-words.ts'
import type { OrderView } from './order-view.server.ts'

/** What the store still owes: what the contract lacks, and what the desk wrote; and whose phone it may be instead. */
export function Missing({
  order: { missing, returnNote, holder },
}: {
  order: Pick<OrderView, 'missing' | 'returnNote' | 'holder'>
}) {
  const { t } = useWords()
  const say = useMissingSentence()
  const owes = missing.length > 0 || returnNote !== null
  return (
    <>
      {holder && (
        <Section label={t('orders:field.phone')}>
          <Warn icon="person">
            {holder.name === null
              ? t('orders:missing.holder')
              : t('orders:missing.holderNamed', { name: holder.name })}
          </Warn>
        </Section>
      )}
      {owes && (
        <Section title={t('orders:missing.title')}>
          {returnNote !== null && (
            <Warn icon="undo">
              <b>{t('orders:missing.returned')}</b>
              <p className="typed">{returnNote}</p>
            </Warn>
          )}
          {missing.length > 0 && (
            <ul className={returnNote === null ? 'plain' : 'plain mt'}>
              {missing.map((one) => {
                const { what, because } = say(one)
                return (
                  <li key={one.field}>
                    {what}
                    {because && <span className="muted"> – {because}</span>}
                  </li>
                )
              })}
            </ul>
          )}
        </Section>
      )}
    </>
  )
}
