import { Form } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink, TextLink } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Warn } from '#app/ui/console/sections.tsx'
import { Severity } from '#app/ui/console/status.tsx'
import { Delay } from '../visits/delay.tsx'
import { MarksSection } from '../visits/marks-section.tsx'
import { VisitStatus } from '../visits/visit-status.tsx'
import { useBoard } from './board-context.ts'
import { GiveForm } from './give-form.tsx'
import { usePanelVisit } from './use-panel-visit.ts'

/** One visit beside the board: what it is, what speaks against it, who could take it. */
export function VisitPanel({ reply }: { reply?: FormReply | null }) {
  const visit = usePanelVisit()
  const { t, format } = useWords()
  const board = useBoard()
  const f = useFormOf('panel', { reply })
  const { ticket, crew } = visit
  const back = `?day=${visit.day}`
  const here = `/console/dispatch/visits/${visit.id}`
  return (
    <section className="detail paper" aria-labelledby="panel-title" key={visit.id}>
      <BtnLink
        href={`/console/dispatch?day=${board.day}`}
        icon="close"
        variant="quiet"
        className="detail-close"
        label={t('visits:panel.close')}
      />
      <h2 className="title" id="panel-title" tabIndex={-1}>
        {`${ticket.name}${t('comma')}${ticket.product}`}{' '}
        {ticket.severity && (
          <Severity level={ticket.severity} label={t(`words:severity.${ticket.severity}`)} />
        )}
      </h2>
      <p className="muted xs">
        {`${ticket.number}${t('comma')}${ticket.address}${t('comma')}`}
        <a href={`tel:${ticket.phone}`}>{format.phone(ticket.phone)}</a>
      </p>
      <p className="xs">
        <VisitStatus visit={visit} />{' '}
        {t('visits:panel.window', {
          day: format.day(visit.windowStart),
          span: format.span(visit.windowStart, visit.windowEnd),
        })}
        {t('comma')}
        {t('visits:panel.work', { minutes: format.minutes(visit.minutes) })}
      </p>
      <p className="xs">{visit.work}</p>
      {visit.first && (
        <p className="muted xs">
          {t('visits:panel.linkedTo', {
            day: format.day(visit.first.start),
            span: format.span(visit.first.start, visit.first.end),
          })}
        </p>
      )}
      {crew && visit.start && visit.end && (
        <p className="xs">
          <b>
            {t('visits:panel.stays', {
              crew: crew.name,
              span: format.span(visit.start, visit.end),
            })}
          </b>
          {visit.pinned && <span className="muted"> {t('visits:panel.pinned')}</span>}
        </p>
      )}
      {visit.lastDelay && (
        <p className="xs">
          <Delay delay={visit.lastDelay} phone={ticket.phone} />
        </p>
      )}
      {visit.stranded && <Warn icon="alert">{t('visits:visit.stranded')}</Warn>}
      {visit.overbookReason && visit.status === 'proposed' && (
        <Warn icon="alert">{t('visits:visit.overbookedWaits')}</Warn>
      )}
      {f.formError && <FormError>{f.formError}</FormError>}
      {visit.crews && <GiveForm reply={reply} crews={visit.crews} />}
      {visit.mayDispatch && visit.status === 'confirmed' && (
        <div className="actions mt">
          <Form
            method="post"
            action={`${here}/pin${back}`}
            onSubmit={(event) => {
              event.preventDefault()
              board.pin(visit, !visit.pinned)
            }}
          >
            <input type="hidden" name="version" value={visit.version} />
            <input type="hidden" name="pinned" value={visit.pinned ? 'no' : 'yes'} />
            <Btn>{visit.pinned ? t('visits:panel.unpin') : t('visits:panel.pin')}</Btn>
          </Form>
          <Form
            method="post"
            action={`${here}/removal${back}`}
            onSubmit={(event) => {
              event.preventDefault()
              board.takeOff(visit)
            }}
          >
            <input type="hidden" name="version" value={visit.version} />
            <Btn title={t('visits:panel.offHint')}>{t('visits:panel.off')}</Btn>
          </Form>
        </div>
      )}
      {(visit.mayTellLate || visit.mayNoShow) && (
        <div className="actions mt">
          {visit.mayTellLate && (
            <BtnLink href={`/console/visits/${visit.id}/lateness`} icon="speech">
              {t('visits:late.link')}
            </BtnLink>
          )}
          {visit.mayNoShow && (
            <BtnLink href={`/console/visits/${visit.id}/no-show`} icon="undo">
              {t(`words:noShow.${visit.status === 'arrived' ? 'customer' : 'crew'}`)}
            </BtnLink>
          )}
        </div>
      )}
      {visit.noShowFrom && (
        <p className="muted xs">
          {t('visits:noShow.later', {
            what: t(`words:noShow.${visit.status === 'arrived' ? 'customer' : 'crew'}`),
            at: format.time(visit.noShowFrom),
          })}
        </p>
      )}
      <MarksSection
        visit={{ id: visit.id, skill: visit.skill, hasEmail: ticket.hasEmail }}
        marks={visit.marks}
        mayMark={visit.mayMark}
        back={`${here}${back}`}
      />
      <p className="xs mt">
        <TextLink href={`/console/visits/${visit.id}`}>{t('visits:panel.visit')}</TextLink>
        {' · '}
        <TextLink href={`/console/tickets/${ticket.number}`}>{t('visits:panel.ticket')}</TextLink>
        {visit.mayChange && visit.crews && (
          <>
            {' · '}
            <TextLink href={`/console/visits/${visit.id}/window`}>
              {t('visits:panel.move')}
            </TextLink>
          </>
        )}
      </p>
    </section>
  )
}
