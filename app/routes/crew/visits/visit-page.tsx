import { useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { CrewPage, CrewTop } from '#app/ui/crew/frame.tsx'
import { SignPadLocked, Track, TwoUp, VisitHead } from '#app/ui/crew/visit.tsx'
import { ButtonLink } from '#app/ui/portal/buttons.tsx'
import { A } from '#app/ui/links.tsx'
import { Chip, Notice } from '#app/ui/portal/notices.tsx'
import { CallAheadTask } from '../call-ahead-task.tsx'
import { CalledAhead } from '../called-ahead.tsx'
import { directionsTo } from '../directions.ts'
import { hasFailed, replyOf } from '../sending.ts'
import { stageLook, stageWord } from '../stage.ts'
import { Checklist } from './checklist.tsx'
import { useDropDraft } from './draft.ts'
import { useVisit } from './loaded-visit.ts'
import { NextStep } from './next-step.tsx'
import { FormsInHand } from './forms-in-hand.tsx'
import { hasRefusedPhotos, PhotoSections, RefusedPhotos } from './photo-sections.tsx'
import { Signing } from './signing.tsx'
import { ToDo } from './to-do.tsx'

const stepNames = ['set_out', 'arrived', 'started', 'finished', 'signed'] as const

/** One stop fills the screen. @param reply what a form without script was answered with */
export function VisitPage({ reply }: { reply?: unknown }) {
  const visit = useVisit()
  const { t, format } = useWords()
  const { stage } = visit
  const workEnded = stage === 'finished' || stage === 'signed'
  useDropDraft(visit.id, workEnded)
  const finishedAt = visit.times[3]
  return (
    <>
      <FormsInHand id={visit.id} />
      <header>
        <CrewTop
          back={{ href: '/crew', label: t('crew:visit.back') }}
          right={
            visit.position > 0 && t('crew:visit.position', { n: visit.position, of: visit.stops })
          }
        />
      </header>
      <CrewPage stack>
        <Refusal reply={reply} />
        <VisitHead
          chip={<Chip {...stageLook[stage]}>{stageWord(t, stage, visit.skill)}</Chip>}
          time={
            finishedAt
              ? t('crew:visit.finishedAt', { time: format.time(finishedAt) })
              : format.span(visit.start, visit.end)
          }
          title={stage === 'finished' ? t('crew:sign.heading') : visit.name}
        >
          {stage !== 'finished' && visit.address}
        </VisitHead>
        {visit.call && <CallAheadTask {...visit} call={visit.call} />}
        {visit.called && <CalledAhead {...visit} called={visit.called} />}
        {stage === 'cancelled' ? (
          <Notice tone="waiting" icon="info">
            {t('crew:visit.cancelledText')}
          </Notice>
        ) : (
          <Progress />
        )}
        {!workEnded && (
          <TwoUp>
            <ButtonLink href={`tel:${visit.phone}`} icon="phone">
              {t('crew:today.call')}
            </ButtonLink>
            <ButtonLink href={directionsTo(visit.address)} icon="go" rel="noreferrer">
              {t('crew:today.navigate')}
            </ButtonLink>
          </TwoUp>
        )}
        {!workEnded && stage !== 'cancelled' && (
          <p className="muted">
            {t('crew:visit.cannot')}{' '}
            <A href={`tel:${visit.hotline.replace(/[^\d+]/g, '')}`}>
              {t('crew:visit.callDispatch', { hotline: visit.hotline })}
            </A>
          </p>
        )}
        {workEnded ? (
          <Signing />
        ) : (
          <>
            <ToDo />
            {stage !== 'cancelled' && (
              <>
                <Checklist />
                <PhotoSections />
                <section>
                  <h2>{t('crew:sign.title')}</h2>
                  <div className="gap-3">
                    <SignPadLocked>{t('crew:sign.locked')}</SignPadLocked>
                  </div>
                </section>
                <NextStep />
              </>
            )}
          </>
        )}
      </CrewPage>
    </>
  )
}

function Progress() {
  const { times, signed } = useVisit()
  const { t, format } = useWords()
  const at = [...times, signed?.at ?? null]
  const reached = at.filter((time) => time !== null).length
  // The step one is in is the last one taken; at the end, the one that is owed.
  const current = reached === 4 ? 4 : reached - 1
  return (
    <Track
      label={t('crew:visit.track')}
      steps={stepNames.map((step, index) => {
        const time = at[index]
        const past = index < current || reached === 5
        return {
          label: t(`words:step.${step}`),
          state: past ? 'past' : index === current ? 'current' : 'later',
          ...(time ? { at: format.time(time), iso: time } : {}),
        }
      })}
    />
  )
}

function Refusal({ reply }: { reply: unknown }) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('[role=alert]')?.focus(), [reply])
  const refusal = replyOf(reply)?.refusal
  const said = refusal
    ? t(`refusals:${refusal.refusal}` as 'refusals:notFound', refusal.values)
    : hasFailed(reply) && t('crew:visit.failed')
  if (!said && !hasRefusedPhotos(reply)) return null
  return (
    <div ref={box}>
      {said && (
        <Notice tone="trouble" icon="alert" alert>
          {said}
        </Notice>
      )}
      <RefusedPhotos reply={reply} />
    </div>
  )
}
