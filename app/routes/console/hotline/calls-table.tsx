import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Ago } from '#app/ui/console/page.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { TicketClock } from '../clocks/ticket-clock.tsx'
import type { HotlineView } from './hotline.tsx'

type Call = HotlineView['calls'][number]

/** IN-2: whom to call first. */
export function CallsTable({ calls }: { calls: Call[] }) {
  const { t, format } = useWords()
  return (
    <div className="row-lines">
      <Table
        label={t('hotline:calls.title')}
        head={[
          { label: t('hotline:calls.clock') },
          { label: t('hotline:calls.customer') },
          { label: t('hotline:calls.phone') },
          { label: t('hotline:calls.matter') },
          { label: t('hotline:calls.missed') },
          { label: t('hotline:calls.owner') },
          { label: t('hotline:calls.came') },
        ]}
      >
        {calls.map((call) => (
          <tr key={call.number}>
            <td>{call.clock && <TicketClock clock={call.clock} />}</td>
            <th scope="row">
              <TextLink href={`/console/tickets/${call.number}`}>{call.name}</TextLink>
            </th>
            <td>
              <a className="link nowrap num" href={`tel:${call.phone}`}>
                {format.phone(call.phone)}
              </a>
            </td>
            <td>
              {call.matter}{' '}
              <span className="xs num">
                <TextLink href={`/console/tickets/${call.number}`}>{call.number}</TextLink>
              </span>
            </td>
            <td data-label={call.missed ? t('hotline:calls.missed') : undefined}>
              {call.missed ? (
                t('hotline:calls.missedTimes', {
                  count: call.missed.count,
                  at: format.distance(call.missed.last),
                })
              ) : (
                <span className="muted">{t('hotline:calls.never')}</span>
              )}
            </td>
            <td data-label={call.owner ? t('hotline:calls.owner') : undefined}>
              {call.owner ?? <span className="muted">{t('hotline:calls.nobody')}</span>}
            </td>
            <td>
              <Ago iso={call.cameAt} exact={format.moment(call.cameAt)}>
                {format.distance(call.cameAt)}
              </Ago>
            </td>
          </tr>
        ))}
      </Table>
    </div>
  )
}
