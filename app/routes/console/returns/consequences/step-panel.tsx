import { useParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import type { ConsequenceStatus } from '#db/vocabulary/returns.ts'
import { PagePanel, type PanelProps } from '../../page-panel.tsx'
import { casePath } from '../case-look.ts'
import { CasePage } from '../case-page.tsx'
import type { CaseView } from '../case-view.server.ts'
import { useCase } from '../use-case.ts'

export type Step = CaseView['steps'][number]

/** The thing to be done that this address is about. */
export function useStep(): Step {
  const { id } = useParams()
  const step = useCase().steps.find((one) => String(one.id) === id)
  if (!step) throw new Error('Only below the page of a case')
  return step
}

/** The page of the case with the form of one of its steps; one that is done meanwhile shows how it stands. */
export function StepPage({
  takes,
  title,
  children,
}: {
  /** In which states there is something to do. */
  takes: readonly ConsequenceStatus[]
  title: string
  children: ReactNode
}) {
  const { t } = useWords()
  const one = useCase()
  const open = takes.includes(useStep().status)
  const gone = (
    <Section title={title}>
      <Warn icon="alert">
        {t('returns:supply.gone')} <TextLink href={casePath(one.number)}>{one.number}</TextLink>
      </Warn>
    </Section>
  )
  return <CasePage panel={open ? children : gone} />
}

export function StepPanel(form: PanelProps) {
  return <PagePanel page={casePath(useCase().number)} {...form} />
}
