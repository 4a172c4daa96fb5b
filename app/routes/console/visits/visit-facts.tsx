import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Facts, Section } from '#app/ui/console/sections.tsx'
import { useWishWords } from '../follow-ups/wish-words.ts'
import { Delay } from './delay.tsx'
import { useVisit } from './loaded-visit.ts'

export function VisitFacts() {
  const visit = useVisit()
  const { t, format } = useWords()
  const { plannedStart, plannedEnd, lastDelay, followUp } = visit
  const sayWish = useWishWords()
  return (
    <Facts
      items={[
        {
          term: t('visits:visit.window'),
          children: `${format.day(visit.start)} ${format.span(visit.start, visit.end)}`,
        },
        { term: t('visits:visit.duration'), children: format.minutes(visit.minutes) },
        {
          term: t('visits:visit.crew'),
          children: visit.crew?.name ?? t('visits:visit.noCrew'),
        },
        ...(plannedStart && plannedEnd
          ? [
              {
                term: t('visits:visit.planned'),
                children: `${format.day(plannedStart)} ${format.span(plannedStart, plannedEnd)}`,
              },
            ]
          : []),
        ...(visit.confirmedBy
          ? [{ term: t('visits:visit.confirmedBy'), children: visit.confirmedBy }]
          : []),
        ...(lastDelay
          ? [
              {
                term: t('visits:late.link'),
                children: <Delay delay={lastDelay} phone={visit.ticket.phone} />,
              },
            ]
          : []),
        {
          term: t('visits:visit.work'),
          children: (
            <>
              {t(`words:skill.${visit.skill}`)}
              <br />
              <span className="typed">{visit.work}</span>
            </>
          ),
        },
        ...(visit.overbooked
          ? [
              {
                term: t('visits:visit.overbooked'),
                children: t('visits:visit.overbookedBy', {
                  name: visit.overbooked.by ?? '',
                  reason: visit.overbooked.reason,
                }),
              },
            ]
          : []),
        ...(visit.cancelReason
          ? [
              {
                term: visit.noShow
                  ? t(`words:noShow.${visit.noShow}`)
                  : t('visits:visit.cancelReason'),
                children: <span className="typed">{visit.cancelReason}</span>,
              },
            ]
          : []),
        ...(followUp
          ? [
              {
                term: t('visits:visit.followUp'),
                children: (
                  <>
                    {followUp.dueAt &&
                      t('visits:visit.followUpDue', { at: format.moment(followUp.dueAt) })}
                    {followUp.dueAt && <br />}
                    {t('followUps:wished')}{' '}
                    {sayWish(followUp.wish) ?? t(`words:wishPart.${followUp.wish.part}`)}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

export function CustomerFacts() {
  const { ticket } = useVisit()
  const { t, format } = useWords()
  return (
    <Section title={t('visits:visit.customer')}>
      <Facts
        items={[
          { term: t('visits:visit.customer'), children: ticket.name },
          {
            term: t('visits:visit.phone'),
            children: ticket.phone && (
              <TextLink href={`tel:${ticket.phone}`}>{format.phone(ticket.phone)}</TextLink>
            ),
          },
          { term: t('visits:visit.address'), children: ticket.address },
          { term: t('visits:visit.product'), children: ticket.product },
        ]}
      />
    </Section>
  )
}
