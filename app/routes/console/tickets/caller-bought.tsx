import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { EmptyState } from '#app/ui/console/page.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { ConsoleIcon } from '#app/ui/icons.tsx'
import { A } from '#app/ui/links.tsx'
import { customerPath } from '../customers/customer-paths.ts'
import { WarrantyStatus } from '../warranty-status.tsx'
import type { CallerView } from './caller-view.server.ts'

type Line = CallerView['bought'][number]

/** Who calls and what they bought; a row fills the form. */
export function CallerBought({
  looked,
  caller,
  product,
  orderNumber,
  onPick,
}: {
  looked: string | null
  caller: CallerView | null
  product: string
  orderNumber: string
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
          <ul className="mini bought">
            {caller.bought.map((line) => (
              <BoughtRow
                key={line.key}
                line={line}
                phone={looked ?? ''}
                picked={line.orderNumber === orderNumber && product.endsWith(line.model)}
                onPick={() => onPick(line)}
              />
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}

function BoughtRow({
  line: { name, model, product, orderNumber, warranty },
  phone,
  picked,
  onPick,
}: {
  line: Line
  phone: string
  picked: boolean
  onPick: () => void
}) {
  const { t } = useWords()
  return (
    <li className={picked ? 'on' : undefined}>
      <p className="title">
        <A
          href={`?${new URLSearchParams({ phone, product, orderNumber })}`}
          onClick={(event) => {
            event.preventDefault()
            onPick()
          }}
        >
          <span className="vh">{t('tickets:call.pick')} </span>
          <b>{name}</b> <span className="num">{model}</span>
        </A>
        {picked && (
          <span className="picked">
            <ConsoleIcon name="check" />
            <span className="vh">{t('tickets:call.picked')}</span>
          </span>
        )}
      </p>
      <p className="xs muted">
        <WarrantyStatus warranty={warranty} /> <span className="num">{orderNumber}</span>
      </p>
    </li>
  )
}
