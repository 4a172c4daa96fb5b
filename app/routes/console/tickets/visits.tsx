import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { proposeVisit } from '#app/domain/visits/index.server.ts'
import { ProposeVisitForm } from '#app/domain/visits/propose-visit-form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { seeOther, submitForm } from '#app/platform/http.server.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Seg } from '#app/ui/console/choices.tsx'
import { InputDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Warn } from '#app/ui/console/sections.tsx'
import { type Skill, skills } from '#db/vocabulary/visits.ts'
import type { TicketKind } from '#db/vocabulary/tickets.ts'
import { ChildPanel } from './child-panel.tsx'
import { liveVisits } from './next-visit.ts'
import { ticketPath, useTicket } from './use-ticket.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await staffContext(request, 'visit:propose')
  const today = dayOf(ctx.now())
  return { today, tomorrow: addDays(today, 1) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await staffContext(request, 'visit:propose')
  return submitForm(await request.formData(), ProposeVisitForm, async (form) => {
    await proposeVisit(ctx, params.number!, form)
    return seeOther(ticketPath(params.number))
  })
}

/** Which crew a matter usually needs. */
const usualSkill: Partial<Record<TicketKind, Skill>> = {
  delivery: 'delivery',
  exchange: 'delivery',
  return: 'delivery',
  install: 'install',
  survey: 'survey',
}

type Field = 'day' | 'from' | 'to' | 'duration' | 'skill' | 'work'

/** A window for the customer; a crew comes later. */
export default function Visits() {
  const { today, tomorrow } = useLoaderData<typeof loader>()
  const ticket = useTicket()
  const { t, format } = useWords()
  const offered = liveVisits(ticket.visits).map(
    ({ start, end }) => `${format.day(start)} ${format.span(start, end)}`,
  )
  const f = useFormOf<Field>('visit', {
    reply: useActionData<typeof action>(),
    defaults: {
      day: tomorrow,
      from: '09:00',
      to: '12:00',
      duration: 60,
      skill: usualSkill[ticket.kind] ?? 'repair',
      work: ticket.title,
    },
  })
  return (
    <ChildPanel
      two
      title={t('tickets:visit.title')}
      lede={ticket.preferredDays && t('tickets:visit.prefers', { days: ticket.preferredDays })}
      submit={t('tickets:visit.submit')}
      formError={f.formError}
      {...f.form}
    >
      {offered.length > 0 && (
        <div className="wide">
          <Warn icon="alert">
            {t('tickets:visit.offered', { windows: offered.join(t('tickets:visit.and')) })}
          </Warn>
        </div>
      )}
      <InputDense {...f.field('day')} type="date" min={today} label={t('tickets:visit.day')} />
      <InputDense
        {...f.field('duration')}
        type="number"
        inputMode="numeric"
        min={5}
        max={720}
        step={5}
        label={t('tickets:visit.duration')}
      />
      <InputDense {...f.field('from')} type="time" label={t('tickets:visit.from')} />
      <InputDense {...f.field('to')} type="time" label={t('tickets:visit.to')} />
      <Seg
        {...f.field('skill')}
        wide
        legend={t('tickets:visit.skill')}
        options={skills.map((skill) => ({ value: skill, label: t(`words:skill.${skill}`) }))}
      />
      <TextAreaDense
        {...f.field('work')}
        wide
        rows={3}
        label={t('tickets:visit.work')}
        hint={t('tickets:visit.workHint')}
      />
    </ChildPanel>
  )
}
