import { useWords } from '#app/i18n/use-words.ts'
import { CrewPage, CrewTop } from '#app/ui/crew/frame.tsx'
import { SignPadLocked, TwoUp, VisitHead } from '#app/ui/crew/visit.tsx'
import { ButtonLink } from '#app/ui/portal/buttons.tsx'
import { Chip, Notice } from '#app/ui/portal/notices.tsx'
import { CallAheadTask } from '../call-ahead-task.tsx'
import { CalledAhead } from '../called-ahead.tsx'
import { directionsTo } from '../directions.ts'
import { stageLook, stageWord } from '../stage.ts'
import { Answer } from './answer.tsx'
import { Checklist } from './checklist.tsx'
import { CompletionForm, useOpenCompletion } from './completion-form.tsx'
import { Taken } from './custody.tsx'
import { Damages } from './damage.tsx'
import { useDropDraft } from './draft.ts'
import { Extras, ExtraToDecide } from './extras.tsx'
import { GiveBack } from './give-back.tsx'
import { Inspections } from './inspections.tsx'
import { useVisit } from './loaded-visit.ts'
import { NextStep } from './next-step.tsx'
import { Original } from './original.tsx'
import { openPause, Paused } from './pause.tsx'
import { PhotoSections } from './photo-sections.tsx'
import { Progress } from './progress.tsx'
import { Signing } from './signing.tsx'
import { ToDo } from './to-do.tsx'
import { ToldLate } from './told-late.tsx'
import { Unplanned } from './unplanned.tsx'
import { formOf, ReplyToForm } from './visit-form.tsx'

/** One stop fills the screen. @param reply what a form without script was answered with */
export function VisitPage({ reply }: { reply?: unknown }) {
  const visit = useVisit()
  const { t } = useWords()
  const { stage } = visit
  const finishing = useOpenCompletion()
  useDropDraft(visit.id, stage === 'finished' || stage === 'signed')
  if (stage === 'working' && formOf(reply) === 'finish') {
    return <CompletionForm outcome={finishing ?? 'done'} reply={reply} />
  }
  if (stage === 'working' && finishing) return <CompletionForm outcome={finishing} />
  return (
    <ReplyToForm.Provider value={reply}>
      <header>
        <CrewTop
          back={{ href: '/crew', label: t('crew:visit.back') }}
          right={
            visit.position > 0 && t('crew:visit.position', { n: visit.position, of: visit.stops })
          }
        />
      </header>
      <CrewPage stack>
        <Answer reply={reply} />
        <Head />
        {visit.call && <CallAheadTask {...visit} call={visit.call} />}
        {visit.called && <CalledAhead {...visit} called={visit.called} />}
        <Paused />
        <ToldLate />
        <ExtraToDecide />
        <Course />
      </CrewPage>
    </ReplyToForm.Provider>
  )
}

function Head() {
  const visit = useVisit()
  const { t, format } = useWords()
  const { stage } = visit
  const finishedAt = visit.times[3]
  return (
    <VisitHead
      chip={
        openPause(visit) ? (
          <Chip tone="waiting" icon="clock">
            {t('crew:pause.resting')}
          </Chip>
        ) : (
          <Chip {...stageLook[stage]}>{stageWord(t, stage, visit.skill)}</Chip>
        )
      }
      time={
        finishedAt
          ? t('crew:visit.finishedAt', { time: format.time(finishedAt) })
          : format.span(visit.start, visit.end)
      }
      title={stage === 'finished' ? t('crew:sign.heading') : visit.name}
    >
      {stage !== 'finished' && visit.address}
    </VisitHead>
  )
}

/** What there is to see and to do, as far as the visit is. */
function Course() {
  const { stage, phone, address, noShow } = useVisit()
  const { t, format } = useWords()
  if (stage === 'cancelled') {
    return (
      <>
        <Notice tone="waiting" icon="info">
          {t('crew:visit.cancelledText')}
        </Notice>
        <ToDo />
      </>
    )
  }
  if (stage === 'no_show') {
    return (
      <>
        <Progress />
        <Notice tone="done" icon="door">
          <p role="status">
            {t('crew:noShow.standing', { time: noShow ? format.time(noShow) : '' })}
          </p>
        </Notice>
        <ToDo />
      </>
    )
  }
  if (stage === 'finished' || stage === 'signed') {
    return (
      <>
        <Progress />
        <Signing />
      </>
    )
  }
  return (
    <>
      <Progress />
      <TwoUp>
        <ButtonLink href={`tel:${phone}`} icon="phone">
          {t('crew:today.call')}
        </ButtonLink>
        <ButtonLink href={directionsTo(address)} icon="go" rel="noreferrer">
          {t('crew:today.navigate')}
        </ButtonLink>
      </TwoUp>
      <Unplanned />
      <ToDo />
      <GiveBack />
      <Damages />
      <Extras />
      <Original />
      <Taken />
      <Checklist />
      <PhotoSections />
      <Inspections />
      <section>
        <h2>{t('crew:sign.title')}</h2>
        <div className="gap-3">
          <SignPadLocked>{t('crew:sign.locked')}</SignPadLocked>
        </div>
      </section>
      <NextStep />
    </>
  )
}
