import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf, useSubmissionKey } from '#app/routes/form.ts'
import { BigButton } from '#app/ui/crew/visit.tsx'
import { Choice, ChoiceGroup } from '#app/ui/portal/choices.tsx'
import { ErrorSummary, TextAreaField, TextField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'

type Field = 'kind' | 'day' | 'lastDay' | 'from' | 'to' | 'reason'

/** Whole days or some hours of one, and why. */
export function AskLeave({
  today,
  inTime,
  leaveHours,
  submissionKey,
  reply,
}: {
  today: string
  /** The first day it is asked for in time. */
  inTime: string
  leaveHours: number
  submissionKey: string
  reply: unknown
}) {
  const { t } = useWords()
  const f = useFormOf<Field>('leave', { reply, defaults: { kind: 'days', day: inTime } })
  const key = useSubmissionKey(submissionKey, 'leave')
  const busy = useNavigation().state === 'submitting'
  const kind = f.field('kind')
  const words = { errorPrefix: t('common:errorPrefix') }
  return (
    <section className="stack" aria-labelledby="ask">
      <h2 id="ask">{t('roster:leave.ask')}</h2>
      <p className="muted">{t('roster:leave.rule', { n: leaveHours })}</p>
      <ErrorSummary title={(count) => t('common:problems', { count })} errors={f.errors} />
      {f.formError && (
        <Notice tone="trouble" icon="alert" alert>
          {f.formError}
        </Notice>
      )}
      <Form method="post" className="stack leave-form" {...f.form}>
        <input type="hidden" name="submissionKey" value={key} />
        <ChoiceGroup id={kind.id} legend={t('roster:leave.kind')} error={kind.error} two {...words}>
          {(['days', 'hours'] as const).map((one) => (
            <Choice
              key={one}
              name="kind"
              value={one}
              title={t(`roster:leave.kinds.${one}`)}
              defaultChecked={kind.defaultValue === one}
            />
          ))}
        </ChoiceGroup>
        <TextField
          {...f.field('day')}
          {...words}
          type="date"
          min={today}
          label={t('roster:leave.firstDay')}
          required
        />
        <div className="of-days">
          <TextField
            {...f.field('lastDay')}
            {...words}
            type="date"
            min={today}
            label={t('roster:leave.lastDay')}
            hint={t('roster:leave.lastDayHint')}
          />
        </div>
        <div className="stack of-hours">
          {(['from', 'to'] as const).map((name) => (
            <TextField
              key={name}
              {...f.field(name)}
              {...words}
              type="time"
              short
              label={t(`roster:leave.${name}`)}
              hint={t('roster:leave.hoursHint')}
            />
          ))}
        </div>
        <TextAreaField
          {...f.field('reason')}
          {...words}
          label={t('roster:leave.reason')}
          rows={2}
          maxLength={500}
          required
        />
        <BigButton disabled={busy}>{t('roster:leave.submit')}</BigButton>
      </Form>
    </section>
  )
}
