import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Warn } from '#app/ui/console/sections.tsx'
import { When } from './conversation.tsx'
import { nextVisit } from './next-visit.ts'
import type { PreviewView } from './ticket-view.server.ts'
import { ticketPath } from './use-ticket.ts'

/** IN-9: the customer would rather have somebody else; it stands until somebody else has it. */
export function AskedForAnother({
  ticket,
}: {
  ticket: Pick<PreviewView, 'asked' | 'number' | 'visits' | 'owner' | 'may'>
}) {
  const { t } = useWords()
  const { asked, may, owner } = ticket
  if (!may.handOver) return null
  const ahead = nextVisit(ticket.visits)
  return asked.map(({ who, at, words }) => (
    <Warn key={who} icon="swap">
      <p>
        <b>{t(who === 'crew' ? 'tickets:another.crew' : 'tickets:another.desk')}</b>{' '}
        {who === 'crew'
          ? ahead?.crew && t('tickets:another.crewNow', { crew: ahead.crew })
          : owner && t('tickets:another.deskNow', { name: owner })}{' '}
        <When iso={at} />
      </p>
      {words && <p className="typed">{words}</p>}
      <p className="actions">
        {who === 'desk' ? (
          <BtnLink variant="go" size="in" href={`${ticketPath(ticket.number)}/owner`}>
            {t('tickets:another.changeOwner')}
          </BtnLink>
        ) : ahead && may.dispatch ? (
          <BtnLink variant="go" size="in" href={`/console/visits/${ahead.id}/crew`}>
            {t('tickets:another.changeCrew')}
          </BtnLink>
        ) : (
          <span className="xs muted">{t('tickets:another.atNextVisit')}</span>
        )}
      </p>
    </Warn>
  ))
}
