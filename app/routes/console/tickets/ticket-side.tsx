import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Facts, PhotosGrid, Section } from '#app/ui/console/sections.tsx'
import { customerPath } from '../customers/customer-paths.ts'
import { PastTickets } from './past-tickets.tsx'
import { When } from './conversation.tsx'
import { EventsList } from './events-list.tsx'
import { useCustomerFacts, useProductFacts } from './facts.tsx'
import { TicketAnswers } from './ticket-answers.tsx'
import type { AnswersView } from './ticket-answers.server.ts'
import { TicketTags, useFollowUpFacts } from './ticket-tags.tsx'
import type { TicketView } from './ticket-view.server.ts'

/** The facts beside the conversation: customer, product, photographs, who handles it, what happened. */
export function TicketSide({
  ticket,
  answers,
  since,
}: {
  ticket: TicketView
  answers: AnswersView
  /** The last event that whoever reads had read before. */
  since?: number
}) {
  const { t } = useWords()
  const customer = useCustomerFacts(ticket)
  const product = useProductFacts(ticket)
  const followUp = useFollowUpFacts(ticket)
  const at = `/console/tickets/${ticket.number}`
  const nobody = <span className="muted">{t('tickets:facts.nobody')}</span>
  return (
    <>
      <Section
        title={t('tickets:facts.customer')}
        right={
          <TextLink href={customerPath(ticket.customerId)}>
            {t('tickets:call.seeCustomer')}
          </TextLink>
        }
      >
        <Facts items={customer} />
      </Section>
      {ticket.others.length > 0 && (
        <Section title={t('tickets:facts.others')} right={ticket.others.length}>
          <PastTickets tickets={ticket.others} />
        </Section>
      )}
      <Section title={t('tickets:facts.product')}>
        <Facts items={product} />
      </Section>
      <TicketAnswers number={ticket.number} answers={answers} resolve={ticket.may.resolve} />
      <Section
        title={t('tickets:facts.photos')}
        right={
          ticket.may.note && <TextLink href={`${at}/photos`}>{t('tickets:do.photos')}</TextLink>
        }
      >
        <TicketPhotos ticket={ticket} />
      </Section>
      <Section title={t('tickets:facts.handled')}>
        <Facts
          items={[
            {
              term: t('tickets:facts.owner'),
              children: ticket.owner ?? nobody,
              hint: ticket.desk.hands.length > 1 && <Hands names={ticket.desk.hands} />,
            },
            ...followUp,
            ...(ticket.takenBy
              ? [{ term: t('tickets:facts.takenBy'), children: ticket.takenBy }]
              : []),
            {
              term: t('tickets:facts.firstContact'),
              children: ticket.firstContactAt ? (
                <When iso={ticket.firstContactAt} />
              ) : (
                <span className="muted">{t('tickets:facts.notYet')}</span>
              ),
            },
          ]}
        />
      </Section>
      <TicketTags ticket={ticket} />
      <Section
        title={t('tickets:events.title')}
        right={t('tickets:events.count', { count: ticket.events.length })}
      >
        <EventsList events={ticket.events} since={since} />
      </Section>
    </>
  )
}

/** IN-9: how often the customer was passed on, and through whose hands. */
function Hands({ names }: { names: string[] }) {
  const { t } = useWords()
  return t('desk:handover.through', {
    passed: t('desk:handover.passed', { count: names.length - 1 }),
    names: names.join(' → '),
  })
}

function TicketPhotos({ ticket }: { ticket: TicketView }) {
  const { t } = useWords()
  const { photos } = ticket
  if (photos.length === 0) return <p className="muted">{t('tickets:facts.noPhotos')}</p>
  const pictures = photos.filter((photo) => photo.picture)
  const papers = photos.filter((photo) => !photo.picture)
  return (
    <>
      {pictures.length > 0 && (
        <PhotosGrid
          items={pictures.map((photo, index) => ({
            href: `/attachments/${photo.id}`,
            src: `/attachments/${photo.id}`,
            alt: t('tickets:facts.photo', {
              n: index + 1,
              stage: t(`tickets:facts.stage.${photo.stage}`),
            }),
            caption: t(`tickets:facts.stage.${photo.stage}`),
          }))}
        />
      )}
      {papers.map((paper) => (
        <p key={paper.id}>
          <a className="link" href={`/attachments/${paper.id}`}>
            {t('tickets:facts.file', { name: paper.name })}
          </a>
        </p>
      ))}
    </>
  )
}
