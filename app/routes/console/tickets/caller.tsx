import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { EmptyState } from '#app/ui/console/page.tsx'
import { Facts, Section, Warn } from '#app/ui/console/sections.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { Table } from '#app/ui/console/table.tsx'
import { withinDay } from '../civil-day.ts'
import type { CallerView } from './caller-view.server.ts'
import { customerPath } from '../customers/customer-paths.ts'
import { PastTickets } from './past-tickets.tsx'

type Line = CallerView['bought'][number]

/** Who calls and what they bought; a row fills the form. */
export function CallerBought({
  looked,
  caller,
  product,
  onPick,
}: {
  looked: string | null
  caller: CallerView | null
  product: string
  onPick: (line: Line) => void
}) {
  const { t, format } = useWords()
  if (!caller) {
    return (
      <div>
        <EmptyState title={looked ? format.phone(looked) : t('tickets:call.phone')}>
          {looked ? t('tickets:call.unknown') : t('tickets:call.nobody')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div>
      <Section
        title={caller.name}
        right={<TextLink href={customerPath(caller.id)}>{t('tickets:call.seeCustomer')}</TextLink>}
      >
        <Facts
          items={[
            ...(looked !== null && looked !== caller.phone
              ? [{ term: t('tickets:call.ownPhone'), children: format.phone(caller.phone) }]
              : []),
            { term: t('tickets:facts.address'), children: caller.address },
            ...(caller.email ? [{ term: t('tickets:facts.email'), children: caller.email }] : []),
          ]}
        />
      </Section>
      <Section
        title={t('tickets:call.bought')}
        right={caller.bought.length > 0 && t('tickets:call.boughtHint')}
      >
        {caller.bought.length === 0 ? (
          <p className="muted">{t('tickets:call.boughtNone')}</p>
        ) : (
          <Table
            label={t('tickets:call.bought')}
            head={[
              { label: t('tickets:call.product') },
              { label: t('tickets:call.deliveredOn') },
              { label: t('tickets:call.warranty') },
              { label: t('tickets:call.pick'), hidden: true },
            ]}
          >
            {caller.bought.map((line) => (
              <tr key={line.key} className={line.product === product ? 'on' : undefined}>
                <th scope="row">
                  {line.product}
                  <span className="hint">{line.orderNumber}</span>
                </th>
                <td className="nowrap">
                  {line.deliveredOn ? format.date(withinDay(line.deliveredOn)) : '–'}
                </td>
                <td>
                  <Status
                    tone={line.warranty.covered ? 'done' : 'idle'}
                    icon={line.warranty.covered ? 'shield' : 's-cancel'}
                  >
                    {t(
                      line.warranty.covered
                        ? 'tickets:call.warrantyUntil'
                        : 'tickets:call.warrantyOver',
                      {
                        date: format.date(withinDay(line.warranty.until)),
                      },
                    )}
                  </Status>
                </td>
                <td>
                  <BtnLink
                    size="in"
                    href={`?${new URLSearchParams({ phone: looked ?? '', product: line.product, orderNumber: line.orderNumber })}`}
                    onClick={(event) => {
                      event.preventDefault()
                      onPick(line)
                    }}
                  >
                    {line.product === product ? t('tickets:call.picked') : t('tickets:call.pick')}
                    <span className="vh">{line.product}</span>
                  </BtnLink>
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
    </div>
  )
}

/** What is open, and what was repaired of late (IN-6). */
export function CallerPast({ caller }: { caller: CallerView | null }) {
  const { t } = useWords()
  if (!caller) return <div className="side" />
  return (
    <aside className="side" aria-label={t('tickets:call.panes.past')}>
      <Section title={t('tickets:call.open')} right={caller.open.length || undefined}>
        {caller.open.length === 0 ? (
          <p className="muted">{t('tickets:call.openNone')}</p>
        ) : (
          <PastTickets tickets={caller.open} />
        )}
      </Section>
      {caller.recent.length > 0 && (
        <Section title={t('tickets:call.rework')} right={caller.recent.length}>
          <Warn icon="undo">{t('tickets:call.reworkText')}</Warn>
          <PastTickets tickets={caller.recent} />
        </Section>
      )}
      {caller.earlier > 0 && (
        <Section label={t('tickets:call.panes.past')}>
          <p className="muted">{t('tickets:call.earlier', { count: caller.earlier })}</p>
        </Section>
      )}
    </aside>
  )
}
