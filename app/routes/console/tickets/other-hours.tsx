import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Seg } from '#app/ui/console/choices.tsx'
import { InputDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { skills } from '#db/vocabulary/visits.ts'
import { ChildPanel } from './child-panel.tsx'
import { useTicket } from './use-ticket.ts'
import type { VisitsPage } from './visits.tsx'

type Field = 'day' | 'from' | 'to' | 'duration' | 'skill' | 'work'

/** Hours of the customer's own; a crew comes later. */
export function OtherHours({ page, reply }: { page: VisitsPage; reply: unknown }) {
  const ticket = useTicket()
  const { t } = useWords()
  const f = useFormOf<Field>('visit', {
    reply,
    defaults: {
      day: page.tomorrow,
      from: '09:00',
      to: '12:00',
      duration: page.minutes,
      skill: page.skill,
      work: ticket.title,
    },
  })
  return (
    <ChildPanel
      two
      second={page.windows.length > 0 && !reply}
      title={t('tickets:visit.other')}
      lede={t('tickets:visit.otherLede')}
      submit={t('tickets:visit.submit')}
      formError={f.formError}
      {...f.form}
    >
      <InputDense {...f.field('day')} type="date" min={page.today} label={t('tickets:visit.day')} />
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
