import { useWords } from '#app/i18n/use-words.ts'
import { Ago } from '#app/ui/console/page.tsx'
import { Change, Events } from '#app/ui/console/sections.tsx'
import type { StatusLook } from '#app/ui/console/status.tsx'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { OrderEventKind } from '#db/vocabulary/orders.ts'
import { withinDay } from '../civil-day.ts'
import { useMissingWords } from './missing-words.ts'
import { standingLook } from './order-look.ts'
import type { OrderEventView } from './order-view.server.ts'

const localeNames: Record<Locale, string> = { 'zh-CN': '中文', en: 'English' }

const looks: Record<OrderEventKind, Partial<StatusLook> & Pick<StatusLook, 'icon'>> = {
  entered: { icon: 's-new' },
  changed: { icon: 'tune' },
  returned: standingLook.incomplete,
  checked: standingLook.checked,
  line_arrived: { icon: 'box' },
  arrival_undone: { icon: 'undo' },
  ready: { icon: 'box', tone: 'done' },
  not_ready: { icon: 's-pause' },
  delivery_agreed: standingLook.agreed,
  delivery_cancelled: { icon: 's-cancel', tone: 'trouble' },
  delivered: standingLook.delivered,
  cancelled: standingLook.cancelled,
}

/** Everything that happened to the contract, newest first. */
export function OrderHistory({ events }: { events: OrderEventView[] }) {
  const { t, format } = useWords()
  return (
    <Events
      items={events.map((event) => ({
        key: event.key,
        ...looks[event.kind],
        what: t(`orders:events.kind.${event.kind}`),
        by:
          event.by === 'staff'
            ? (event.name ?? t('orders:next.someone'))
            : t(`orders:events.${event.by}`),
        change: <EventWords event={event} />,
        at: (
          <>
            <span className="screen-only">
              <Ago iso={event.at} exact={format.moment(event.at)}>
                {format.distance(event.at)}
              </Ago>
            </span>
            <span className="print-only">{format.moment(event.at)}</span>
          </>
        ),
      }))}
    />
  )
}

function EventWords({ event }: { event: OrderEventView }) {
  const { t, format } = useWords()
  const say = useMissingWords()
  const { changes, words, model, quantity, agreeBy, imported, missing } = event
  const value = (field: string, text: string | null) =>
    text === null
      ? t('orders:events.nothing')
      : field === 'orderedOn' || field === 'deliveryOn'
        ? format.date(withinDay(text))
        : field === 'phone' && text.startsWith('+')
          ? format.phone(text)
          : field === 'locale'
            ? localeNames[text as Locale]
            : text
  const lines = [
    imported && t('orders:events.imported'),
    missing.length > 0 && t('orders:events.missing', { fields: say(missing) }),
    ...changes.map(({ field, from, to }) => (
      <span key={field}>
        {t(`orders:field.${field}`)} <Change from={value(field, from)} to={value(field, to)} />
      </span>
    )),
    model !== null && t('orders:events.goods', { model, quantity: quantity ?? '' }),
    agreeBy !== null && t('orders:events.agreeBy', { at: format.moment(agreeBy) }),
    words !== null && <span className="typed">{words}</span>,
  ].filter((line) => line !== false)
  return lines.map((line, index) => (
    <span key={index}>
      {index > 0 && ' · '}
      {line}
    </span>
  ))
}
