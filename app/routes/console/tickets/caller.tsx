import { useWords } from '#app/i18n/use-words.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import type { CallerView } from './caller-view.server.ts'
import { PastTickets } from './past-tickets.tsx'
import { callFormId } from './use-call.ts'
import { ticketPath } from './use-ticket.ts'

/** IN-6: what is open; what is being said can go there. */
export function CallerOpen({ caller }: { caller: CallerView | null }) {
  const { t } = useWords()
  if (!caller) return null
  return (
    <Section title={t('tickets:call.open')} right={caller.open.length || undefined}>
      {caller.open.length === 0 ? (
        <p className="muted">{t('tickets:call.openNone')}</p>
      ) : (
        <>
          <p className="xs muted">{t('tickets:call.openHint')}</p>
          <PastTickets
            tickets={caller.open}
            action={({ number }) => (
              <p className="actions">
                <Btn size="in" form={callFormId} formAction={`${ticketPath(number)}/calls`}>
                  {t('tickets:call.addHere')}
                  <span className="vh">{number}</span>
                </Btn>
              </p>
            )}
          />
        </>
      )}
    </Section>
  )
}

/** What was repaired of late (IN-6). */
export function CallerPast({ caller }: { caller: CallerView | null }) {
  const { t } = useWords()
  if (!caller) return null
  return (
    <>
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
    </>
  )
}
