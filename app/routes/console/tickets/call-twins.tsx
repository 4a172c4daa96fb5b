import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { Warn } from '#app/ui/console/sections.tsx'
import type { CallerView } from './caller-view.server.ts'
import { isCalled } from './same-product.ts'
import { ticketPath } from './use-ticket.ts'

/** The button that puts what was said on the first of them. */
export const firstTwin = 'call-first-twin'

/** More of them stand beside the form. */
const most = 2

/** IN-6, before anything is saved: what may be the same matter, and what comes back within 90 days. */
export function CallTwins({
  caller,
  twins,
  names,
  category,
}: {
  caller: CallerView | null
  twins: CallerView['open']
  /** How the thing is called that the call is about. */
  names: readonly string[]
  category: string
}) {
  const { t } = useWords()
  const again = caller?.recent.filter(
    (ticket) => ticket.category === category && isCalled(ticket.product, names),
  )
  return (
    <>
      {twins.slice(0, most).map(({ number, title }, index) => (
        <Warn key={number} icon="alert" alert>
          <p>{t('tickets:call.duplicateText', { number })}</p>
          <p className="clip">{title}</p>
          <p className="xs">{t('tickets:call.customerReads')}</p>
          <p className="actions">
            <Btn
              id={index === 0 ? firstTwin : undefined}
              size="in"
              icon="merge"
              formAction={`${ticketPath(number)}/calls`}
            >
              {t('tickets:call.addTo', { number })}
            </Btn>
            <BtnLink variant="quiet" size="in" href={ticketPath(number)}>
              {t('tickets:call.openThis')}
            </BtnLink>
          </p>
        </Warn>
      ))}
      {again?.slice(0, most).map(({ number }) => (
        <Warn key={number} icon="undo">
          {t('tickets:call.reworkOf', { number })}
        </Warn>
      ))}
    </>
  )
}
