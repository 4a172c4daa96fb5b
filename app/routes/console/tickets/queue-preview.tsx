import { useLocation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { Conversation } from './conversation.tsx'
import { NextStep } from './next-step.tsx'
import { FactsInShort } from './facts.tsx'
import { TicketHead } from './ticket-head.tsx'
import type { PreviewView } from './ticket-view.server.ts'

/** The chosen ticket beside its queue: enough to answer a call, one key from the whole page. */
export function QueuePreview({ ticket }: { ticket: PreviewView }) {
  const { t, format } = useWords()
  const { pathname, search } = useLocation()
  const at = `/console/tickets/${ticket.number}`
  const params = new URLSearchParams(search)
  params.delete('open')
  return (
    <>
      <TicketHead ticket={ticket} level={2}>
        <BtnLink className="narrow-only" icon="undo" href={`${pathname}?${params}`}>
          {t('tickets:queue.list')}
        </BtnLink>
        {ticket.phone && (
          <BtnLink icon="call" href={`tel:${ticket.phone}`}>
            {format.phone(ticket.phone)}
          </BtnLink>
        )}
        <BtnLink keys="O" href={at}>
          {t('tickets:queue.whole')}
        </BtnLink>
      </TicketHead>
      <Section label={t('tickets:next.label')}>
        <NextStep ticket={ticket} />
      </Section>
      <Section label={t('tickets:facts.label')}>
        <FactsInShort ticket={ticket} />
      </Section>
      <Section
        title={t('tickets:talk.latest')}
        right={
          <>
            {t('tickets:talk.count', { count: ticket.talkCount })}
            {' · '}
            <TextLink href={at}>{t('tickets:talk.all')}</TextLink>
          </>
        }
      >
        <Conversation entries={ticket.talk} />
      </Section>
    </>
  )
}
