import type { FormReply } from '#app/platform/http.server.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { BtnLink } from '#app/ui/console/buttons.tsx'
import { Paper, WithSide } from '#app/ui/console/layout.tsx'
import { Crumb, PageHead } from '#app/ui/console/page.tsx'
import { MatterHead, NextPanel, Section, Warn } from '#app/ui/console/sections.tsx'
import { InspectionsSection } from './inspections-section.tsx'
import { useVisit } from './loaded-visit.ts'
import { MarksSection } from './marks-section.tsx'
import { RefusedEntries } from './refused-entries.tsx'
import { VisitPromises } from './visit-promises.tsx'
import { CustomerFacts, VisitFacts } from './visit-facts.tsx'
import { VisitForms } from './visit-forms.tsx'
import { VisitRecord } from './visit-record.tsx'
import { VisitStatus } from './visit-status.tsx'

type OpenForm =
  | 'crew'
  | 'window'
  | 'cancellation'
  | 'lateness'
  | 'no-show'
  | 'marks'
  | 'clearance'
  | 'inspections'
  | 'correction'

/** @param open the form that was sent or asked for @param reply what it was answered with */
export function VisitPage({ open, reply }: { open?: OpenForm; reply?: FormReply | null }) {
  const visit = useVisit()
  const { t, format } = useWords()
  const replyTo = (form: OpenForm) => (form === open ? reply : null)
  const { ticket } = visit
  return (
    <>
      <PageHead
        crumb={
          <Crumb
            label={t('visits:visit.crumb')}
            items={
              visit.mayDispatch
                ? [
                    {
                      href: `/console/dispatch?day=${visit.day}`,
                      label: t('visits:dispatch.title'),
                    },
                    { label: format.day(visit.start) },
                  ]
                : [
                    { href: '/console/tickets', label: t('console:nav.tickets') },
                    { href: `/console/tickets/${ticket.number}`, label: ticket.number },
                    { label: t('visits:visit.facts') },
                  ]
            }
          />
        }
      />
      <WithSide
        sideLabel={t('visits:dispatch.title')}
        side={
          <>
            <VisitForms open={open} reply={reply} />
            <CustomerFacts />
          </>
        }
      >
        <Paper>
          <MatterHead
            line={t('visits:visit.line', { number: ticket.number })}
            title={`${ticket.name}${t('comma')}${ticket.product}`}
            status={<VisitStatus filled visit={visit} />}
          >
            <BtnLink href={`/console/visits/${visit.id}/sheet`} icon="print" target="_self">
              {t('visits:visit.sheet')}
            </BtnLink>
            <BtnLink href={`/console/tickets/${ticket.number}`} icon="ticket">
              {t('visits:visit.ticket')}
            </BtnLink>
          </MatterHead>
          {visit.mayBookAgain && (
            <NextPanel
              actions={
                <BtnLink variant="go" href={`/console/tickets/${ticket.number}/visits`}>
                  {t('visits:noShow.again')}
                </BtnLink>
              }
            >
              {t('visits:noShow.next', { name: ticket.name })}
            </NextPanel>
          )}
          <Section title={t('visits:visit.facts')}>
            <Assigned />
            <div className="mt">
              <VisitFacts />
            </div>
          </Section>
          <MarksSection
            visit={{ id: visit.id, skill: visit.skill, hasEmail: ticket.hasEmail }}
            marks={visit.marks}
            mayMark={visit.mayMark}
            back={`/console/visits/${visit.id}`}
            open={open === 'marks' || open === 'clearance' ? open : undefined}
            reply={reply}
          />
          <VisitPromises />
          <RefusedEntries />
          <InspectionsSection reply={replyTo('inspections')} />
          <VisitRecord correction={replyTo('correction')} />
        </Paper>
      </WithSide>
    </>
  )
}

/** Who comes and when, once that is settled; or that a crew is to be found again. */
function Assigned() {
  const { crewLost, crew, status, plannedStart, plannedEnd, stranded, overbooked } = useVisit()
  const { t, format } = useWords()
  if (crewLost) return <Warn icon="alert">{t('visits:visit.crewLost')}</Warn>
  if (stranded) return <Warn icon="alert">{t('visits:visit.stranded')}</Warn>
  if (overbooked && status === 'proposed') {
    return <Warn icon="alert">{t('visits:visit.overbookedWaits')}</Warn>
  }
  if (status !== 'confirmed' || !crew || !plannedStart || !plannedEnd) return null
  return (
    <Warn tone="good" icon="s-ok">
      {t('visits:visit.assigned', {
        crew: crew.name,
        day: format.day(plannedStart),
        span: format.span(plannedStart, plannedEnd),
      })}
    </Warn>
  )
}
