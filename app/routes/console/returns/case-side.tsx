import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Ago } from '#app/ui/console/page.tsx'
import { Events, Facts, PhotosGrid, Section } from '#app/ui/console/sections.tsx'
import { withinDay } from '../civil-day.ts'
import { orderPath } from '../orders/order-look.ts'
import { eventLook } from '../tickets/event-look.ts'
import { CaseHistory } from './case-history.tsx'
import type { CaseView } from './case-view.server.ts'
import { ConsequenceList } from './consequences/consequences.tsx'

/** What follows from the decision, the facts, the customer and everything that happened. */
export function CaseSide({ one }: { one: CaseView }) {
  const { t } = useWords()
  return (
    <>
      <ConsequenceList one={one} />
      <CaseFacts one={one} />
      <Photos one={one} />
      <CaseHistory one={one} />
      <Section title={t('returns:case.events')}>
        <CaseEvents one={one} />
      </Section>
    </>
  )
}

function CaseFacts({ one }: { one: CaseView }) {
  const { t, format } = useWords()
  const { customer, order } = one
  const answered = (value: boolean | null) =>
    value === null ? ('unknown' as const) : value ? ('yes' as const) : ('no' as const)
  return (
    <Section title={t('returns:case.facts')}>
      <Facts
        items={[
          {
            term: t('returns:case.customer'),
            children: (
              <>
                {customer.id === null ? (
                  customer.name
                ) : (
                  <TextLink href={`/console/customers/${customer.id}`}>{customer.name}</TextLink>
                )}{' '}
                {customer.callable ? (
                  <TextLink href={`tel:${customer.phone}`}>{format.phone(customer.phone)}</TextLink>
                ) : (
                  customer.phone
                )}
              </>
            ),
            hint: customer.address,
          },
          {
            term: t('returns:case.product'),
            children:
              one.quantity > 1
                ? t('returns:queue.quantity', { product: one.product, count: one.quantity })
                : one.product,
            hint: order?.model,
          },
          ...(one.pieces.length > 0
            ? [{ term: t('returns:case.pieces'), children: one.pieces.join(' · ') }]
            : []),
          ...(order
            ? [
                {
                  term: t('returns:case.order'),
                  children: (
                    <>
                      {order.link ? (
                        <TextLink href={orderPath(order.number)}>{order.number}</TextLink>
                      ) : (
                        order.number
                      )}
                      {order.price && ` ${format.money(order.price.minor, order.price.currency)}`}
                    </>
                  ),
                  hint: order.store,
                },
              ]
            : []),
          {
            term: t('returns:case.delivered'),
            children:
              one.deliveredOn === null ? (
                <span className="muted">—</span>
              ) : (
                format.date(withinDay(one.deliveredOn))
              ),
          },
          ...(one.batch ? [{ term: t('returns:case.batch'), children: one.batch }] : []),
          {
            term: t('returns:case.state'),
            children: `${t(`returns:case.unpacked.${answered(one.unpacked)}`)} · ${t(`returns:case.misused.${answered(one.misused)}`)}`,
          },
          {
            term: t('returns:case.words'),
            children: <span className="typed">{t('returns:case.said', { words: one.words })}</span>,
          },
        ]}
      />
    </Section>
  )
}

function Photos({ one }: { one: CaseView }) {
  const { t } = useWords()
  const { photos } = one
  if (photos.length === 0) return null
  return (
    <Section
      title={t('returns:case.photos')}
      right={t('returns:case.photoCount', { count: photos.length })}
    >
      <PhotosGrid
        items={photos.map(({ id, shot, stage }, index) => {
          const caption = shot
            ? t(`returns:shot.${shot}`)
            : stage === 'inspection' || stage === 'evidence'
              ? t(`returns:case.stage.${stage}`)
              : undefined
          return {
            href: `/attachments/${id}`,
            src: `/attachments/${id}`,
            alt: caption ?? t('returns:case.photo', { n: index + 1 }),
            caption,
          }
        })}
      />
    </Section>
  )
}

/** Everything that happened to the case, newest first. */
function CaseEvents({ one }: { one: CaseView }) {
  const { t, format } = useWords()
  return (
    <Events
      items={one.events.map((event) => ({
        key: event.key,
        ...(eventLook[event.kind] ?? { icon: 's-triaged' as const }),
        what: t(`tickets:events.kind.${event.kind}`),
        by:
          event.by === 'staff'
            ? (event.name ?? t('tickets:talk.someone'))
            : t(event.by === 'customer' ? 'returns:case.customerDid' : 'returns:case.systemDid'),
        change: [
          event.remedy && t(`returns:remedy.${event.remedy}`),
          event.reason && t(`returns:reason.${event.reason}`),
          event.photos !== null && t('returns:case.photoCount', { count: event.photos }),
          event.words,
        ]
          .filter(Boolean)
          .join(' · '),
        at: (
          <Ago iso={event.at} exact={format.moment(event.at)}>
            {format.distance(event.at)}
          </Ago>
        ),
      }))}
    />
  )
}
