import { Form } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { When } from './conversation.tsx'
import type { TicketView } from './ticket-view.server.ts'

/** A hand-over that waits for an answer: whoever gets it takes it here, whoever gave it may have it back. */
export function HandoverStrip({ ticket }: { ticket: TicketView }) {
  const { t } = useWords()
  const { handover } = ticket.desk
  if (!handover) return null
  const { toMe, byMe, note, at } = handover
  const answer = `/console/tickets/${ticket.number}/handover/answer`
  return (
    <Section label={t('desk:handover.title')}>
      <Warn icon="swap">
        <b>
          {toMe
            ? t('desk:handover.toMe', { by: handover.by ?? '' })
            : t('desk:handover.waiting', { to: handover.to ?? '' })}
        </b>
        {' · '}
        <When iso={at} />
        <p className="typed">{note}</p>
        {(toMe || byMe) && (
          <Form method="post" action={answer} className="actions mt">
            {toMe && (
              <Btn variant="go" icon="check" name="answer" value="take">
                {t('desk:handover.take')}
              </Btn>
            )}
            {toMe && (
              <BtnLink variant="quiet" href={answer}>
                {t('desk:handover.decline')}
              </BtnLink>
            )}
            {byMe && !toMe && (
              <Btn variant="quiet" icon="undo" name="answer" value="back">
                {t('desk:handover.back')}
              </Btn>
            )}
          </Form>
        )}
      </Warn>
    </Section>
  )
}
