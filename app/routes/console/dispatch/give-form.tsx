import { Form } from '@remix-run/react'
import { useRef, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { InputDense } from '#app/ui/console/fields.tsx'
import { Kbd } from '#app/ui/console/page.tsx'
import { useHotkeys } from '../hotkeys.ts'
import { useCrewReasons } from '../visits/crew-reasons.ts'
import type { CrewsView } from '../visits/crews-view.server.ts'
import { BusyCrews, NoCrew } from '../visits/no-crew.tsx'
import { useBoard } from './board-context.ts'
import { usePanelVisit } from './use-panel-visit.ts'

/** How many crews are offered before one asks for the rest. */
const best = 3

/** The best crews and times, each with its reasons; any other time in the window by hand (DS-1). */
export function GiveForm({ reply, crews }: { reply?: FormReply | null; crews: CrewsView }) {
  const visit = usePanelVisit()
  const { t, format } = useWords()
  const board = useBoard()
  const form = useRef<HTMLFormElement>(null)
  const f = useFormOf<'crewId' | 'start'>('give', { reply })
  const words = useCrewReasons({ skill: visit.skill, crewId: visit.crew?.id ?? null })
  const { free, busy } = crews
  const [chosen, setChosen] = useState(f.field('crewId').defaultValue ?? String(free[0]?.id ?? ''))
  const crew = free.find(({ id }) => String(id) === chosen)
  const choose = (index: number) => {
    const one = free[index]
    if (!one) return
    setChosen(String(one.id))
    document.getElementById(`give-${one.id}`)?.focus()
  }
  useHotkeys(Object.fromEntries(free.slice(0, 9).map((_, i) => [String(i + 1), () => choose(i)])))
  const item = (one: (typeof free)[number], index: number) => (
    <li key={one.id}>
      <label>
        <input
          type="radio"
          id={`give-${one.id}`}
          name="crewId"
          value={one.id}
          checked={chosen === String(one.id)}
          onChange={() => setChosen(String(one.id))}
        />
        <span>
          <b>{t('visits:panel.giveAt', { crew: one.name, time: format.time(one.start) })}</b>
        </span>
        {index < 9 ? <Kbd>{String(index + 1)}</Kbd> : <span />}
        <span className="d">{words.reasons(one)}</span>
      </label>
    </li>
  )
  return (
    <>
      {free.length === 0 && <NoCrew windowOver={visit.windowOver} />}
      {free.length > 0 && (
        <Form
          method="post"
          action={`/console/dispatch/visits/${visit.id}/crew?day=${visit.day}`}
          ref={form}
          {...f.form}
          onSubmit={(event) => {
            event.preventDefault()
            const sent = new FormData(event.currentTarget)
            const start = sent.get('start')
            board.place(visit, {
              crewId: Number(sent.get('crewId')),
              ...(typeof start === 'string' && start ? { start } : {}),
            })
          }}
        >
          <input type="hidden" name="version" value={visit.version} />
          <fieldset
            className="field"
            aria-label={visit.crew ? t('visits:panel.chooseAgain') : t('visits:panel.choose')}
          >
            <ol className="opts picks">{free.slice(0, best).map(item)}</ol>
            {free.length > best && (
              <details open={free.findIndex(({ id }) => String(id) === chosen) >= best}>
                <summary>{t('visits:panel.others', { count: free.length - best })}</summary>
                <ol className="opts picks">
                  {free.slice(best).map((one, i) => item(one, i + best))}
                </ol>
              </details>
            )}
          </fieldset>
          <details open={f.wasWrong('start')}>
            <summary>{t('visits:panel.otherTime')}</summary>
            <InputDense
              {...f.field('start')}
              type="time"
              step={300}
              label={t('visits:assign.start')}
              hint={t('visits:panel.otherTimeHint', {
                span: format.span(visit.windowStart, visit.windowEnd),
              })}
            />
          </details>
          <div className="actions mt">
            <Btn variant="go" keys="Enter">
              {t('visits:panel.give', { crew: crew?.name ?? '' })}
            </Btn>
          </div>
        </Form>
      )}
      <BusyCrews busy={busy} why={(one) => words.why(one)} open={free.length === 0} />
    </>
  )
}
