import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import type { CallerView } from './caller-view.server.ts'
import { sameProduct } from './same-product.ts'
import { ticketPath } from './use-ticket.ts'

/** IN-6, before anything is saved: what may be the same matter, and what comes back within 90 days. */
export function CallTwins({
  caller,
  product,
  category,
}: {
  caller: CallerView | null
  product: string
  category: string
}) {
  const { t } = useWords()
  if (!caller) return null
  const twins = caller.open.filter((ticket) => sameProduct(ticket.product, product))
  const again = caller.recent.filter(
    (ticket) => ticket.category === category && sameProduct(ticket.product, product),
  )
  if (twins.length === 0 && again.length === 0) return null
  return (
    <Section title={t(twins.length > 0 ? 'tickets:call.duplicate' : 'tickets:rework')}>
      {twins.map(({ number, title }) => (
        <Warn key={number} icon="alert" alert>
          <p>{t('tickets:call.duplicateText', { number })}</p>
          <p>{title}</p>
          <p className="actions">
            <Btn size="in" icon="merge" formAction={`${ticketPath(number)}/calls`}>
              {t('tickets:call.addTo', { number })}
            </Btn>
            <BtnLink variant="quiet" size="in" href={ticketPath(number)}>
              {t('tickets:call.openThis')}
            </BtnLink>
          </p>
        </Warn>
      ))}
      {again.map(({ number }) => (
        <Warn key={number} icon="undo">
          {t('tickets:call.reworkOf', { number })}
        </Warn>
      ))}
    </Section>
  )
}
