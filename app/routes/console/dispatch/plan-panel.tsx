import { Form, useRouteLoaderData } from '@remix-run/react'
import type { PlanChange, PlanView } from '#app/domain/planning/plan-view.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { FormReply } from '#app/platform/http.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { Options } from '#app/ui/console/choices.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Ago } from '#app/ui/console/page.tsx'
import { Change, Section, Warn } from '#app/ui/console/sections.tsx'
import { Table } from '#app/ui/console/table.tsx'
import type { loader } from './plan.tsx'
import { figuresOf } from './plan-words.ts'

/** A proposal beside the board: what it gains, each change to be chosen, and what stays without a crew. */
export function PlanPanel({ reply }: { reply?: FormReply | null }) {
  const { plan, mayDispatch } = useRouteLoaderData<typeof loader>('routes/console/dispatch/plan')!
  const { t, format } = useWords()
  const f = useFormOf('plan', { reply })
  const decide = mayDispatch && plan.status === 'ready'
  return (
    <section className="detail paper plan-panel" aria-labelledby="panel-title" key={plan.id}>
      <header className="detail-h">
        <h2 className="title" id="panel-title" tabIndex={-1}>
          {t('plans:panel.title')}
        </h2>
        <BtnLink
          href={`/console/dispatch?day=${plan.day}`}
          icon="close"
          variant="quiet"
          label={t('plans:panel.close')}
        />
      </header>
      <p className="muted xs">
        {t(`plans:panel.${plan.mode}`)}
        {t('comma')}
        {plan.askedBy}{' '}
        <Ago iso={plan.askedAt} exact={format.moment(plan.askedAt)}>
          {format.distance(plan.askedAt)}
        </Ago>
      </p>
      <Standing plan={plan} />
      {plan.gain && <Gain plan={plan} />}
      {f.formError && <FormError>{f.formError}</FormError>}
      {plan.changes.length > 0 && (
        <Form
          method="post"
          action={`/console/dispatch/plans/${plan.id}/acceptance?day=${plan.day}`}
          {...f.form}
        >
          <Changes plan={plan} decide={decide} error={f.field('change').error} />
          {decide && (
            <div className="actions mt">
              <Btn variant="go" name="all" value="yes">
                {t('plans:panel.acceptAll')}
              </Btn>
              <Btn>{t('plans:panel.acceptChosen')}</Btn>
              <Btn
                variant="quiet"
                formAction={`/console/dispatch/plans/${plan.id}/dismissal?day=${plan.day}`}
              >
                {t('plans:panel.dismiss')}
              </Btn>
            </div>
          )}
        </Form>
      )}
      {plan.unplaced.length > 0 && <Unplaced plan={plan} />}
    </section>
  )
}

/** Where it stands, unless it waits to be decided on. */
function Standing({ plan }: { plan: PlanView }) {
  const { t } = useWords()
  switch (plan.status) {
    case 'waiting':
    case 'running':
      return <p className="xs">{t('plans:running.title')}</p>
    case 'failed':
      return (
        <Warn icon="alert">
          {t('plans:failed.title')} {t('plans:failed.hint')}
        </Warn>
      )
    case 'accepted':
    case 'dismissed':
      return <p className="xs">{t(`plans:panel.${plan.status}`)}</p>
    case 'ready':
      return plan.changes.length === 0 ? <p className="xs">{t('plans:nothing.title')}</p> : null
  }
}

function Gain({ plan }: { plan: PlanView }) {
  const { t, format } = useWords()
  return (
    <>
      <Table
        label={t('plans:panel.gain')}
        head={[
          { key: 'what', label: t('plans:panel.gain') },
          { key: 'before', label: t('plans:panel.head.before'), num: true },
          { key: 'after', label: t('plans:panel.head.after'), num: true },
        ]}
      >
        {figuresOf(plan.gain!, { t, format }).map(({ key, term, before, after }) => (
          <tr key={key}>
            <th scope="row">{term}</th>
            <td className="num">{before}</td>
            <td className="num">{before === after ? after : <b>{after}</b>}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('plans:figure.promised')}</th>
          <td className="num" />
          <td className="num">0</td>
        </tr>
      </Table>
      {plan.travel === 'estimate' && <p className="muted xs">{t('plans:panel.estimated')}</p>}
    </>
  )
}

function Changes({
  plan: { changes },
  decide,
  error,
}: {
  plan: PlanView
  decide: boolean
  error: string | undefined
}) {
  const { t, format } = useWords()
  const nameOf = (id: number) => changes.find(({ visitId }) => visitId === id)?.name ?? ''
  const place = ({ crewName, start, end }: PlanChange['to']) =>
    t('plans:panel.place', { crew: crewName, time: format.span(start, end) })
  return (
    <>
      <Options
        id="plan-change"
        legend={t('plans:panel.changes', { count: changes.length })}
        name="change"
        type="checkbox"
        error={error}
        items={changes.map((change) => ({
          value: String(change.visitId),
          defaultChecked: true,
          disabled: !decide,
          label: <b>{t('plans:panel.change', { name: change.name, work: change.work })}</b>,
          detail: (
            <>
              <Change
                from={change.from ? place(change.from) : t('plans:panel.unassigned')}
                to={place(change.to)}
              />
              {t('comma')}
              {t('plans:panel.window', {
                span: format.span(change.windowStart, change.windowEnd),
              })}
              {change.needs.length > 0 && (
                <>
                  <br />
                  {t('plans:panel.needs', {
                    names: change.needs.map(nameOf).join(t('comma')),
                  })}
                </>
              )}
            </>
          ),
        }))}
      />
      {decide && <p className="muted xs">{t('plans:panel.changesHint')}</p>}
    </>
  )
}

function Unplaced({ plan: { unplaced, day } }: { plan: PlanView }) {
  const { t, format } = useWords()
  return (
    <Section title={t('plans:panel.unplaced', { count: unplaced.length })}>
      <ul className="unplaced xs">
        {unplaced.map((visit) => (
          <li key={visit.visitId}>
            <a href={`/console/dispatch/visits/${visit.visitId}?day=${day}`}>
              {t('plans:panel.change', { name: visit.name, work: visit.work })}
            </a>
            <br />
            <span className="muted">
              {t('plans:panel.window', { span: format.span(visit.windowStart, visit.windowEnd) })}
              {t('comma')}
              {t(`plans:panel.reason.${visit.reason}`)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
