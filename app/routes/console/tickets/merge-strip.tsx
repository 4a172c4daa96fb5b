import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import { sameProduct } from './same-product.ts'
import type { TicketView } from './ticket-view.server.ts'
import { ticketPath } from './use-ticket.ts'

/** IN-6: what this ticket was merged with, and what it might be the same as. */
export function MergeStrip({ ticket }: { ticket: TicketView }) {
  const { t } = useWords()
  const { mergedInto, merged, may, number } = ticket
  const alike = may.merge
    ? ticket.others.filter((other) => sameProduct(other.product, ticket.product))
    : []
  if (!mergedInto && merged.length === 0 && alike.length === 0) return null
  return (
    <Section label={t('tickets:merge.strip')}>
      {mergedInto && (
        <Warn icon="merge">
          <p>
            {t('tickets:merge.mergedInto')}{' '}
            <TextLink href={ticketPath(mergedInto)}>{mergedInto}</TextLink>
          </p>
          {may.separate && <Undo number={number} words={t('tickets:merge.undo')} />}
        </Warn>
      )}
      {merged.map((one) => (
        <Warn key={one} tone="good" icon="merge">
          <p>
            {t('tickets:merge.merged')} <TextLink href={ticketPath(one)}>{one}</TextLink>
          </p>
          {may.separate && <Undo number={one} words={t('tickets:merge.undoOf', { number: one })} />}
        </Warn>
      ))}
      {alike.map((other) => (
        <Warn key={other.number} icon="alert">
          <p>
            {t('tickets:merge.duplicate')}{' '}
            <TextLink href={ticketPath(other.number)}>{other.number}</TextLink>
          </p>
          <p className="actions">
            <BtnLink
              size="in"
              icon="merge"
              href={`${ticketPath(number)}/merge?into=${other.number}`}
            >
              {t('tickets:merge.start', { number: other.number })}
            </BtnLink>
          </p>
        </Warn>
      ))}
    </Section>
  )
}

function Undo({ number, words }: { number: string; words: string }) {
  return (
    <F method="post" action={`${ticketPath(number)}/separation`} className="actions">
      <Btn size="in" icon="undo">
        {words}
      </Btn>
    </F>
  )
}
