import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Actions } from '#app/ui/console/page.tsx'
import { withinDay } from '../civil-day.ts'
import { useUnsaved } from '../use-unsaved.ts'
import { DutyTable } from './duty-table.tsx'
import { rosterPath } from './paths.ts'
import type { WeekView } from './roster-view.server.ts'

/** The week as a form: a line of hours a cell. */
export function DutyForm({ page, reply }: { page: WeekView & { today: string }; reply: unknown }) {
  const { t, format } = useWords()
  const busy = useNavigation().state === 'submitting'
  const cells = page.rows.flatMap((row) => row.cells)
  const f = useFormOf(`duty-${page.week}`, {
    reply,
    defaults: Object.fromEntries(cells.map(({ field, hours }) => [field, hours])),
  })
  useUnsaved(f.form.id, reply, t('hotline:roster.leave'))
  const [opened, open] = useState(page.seen)
  const changed = f.refusal === 'dutyChanged'
  if (changed && opened !== page.seen) open(page.seen)
  return (
    <Form method="post" action={rosterPath(page.week)} className="form" {...f.form}>
      {f.formError && <FormError>{f.formError}</FormError>}
      <input type="hidden" name="week" value={page.week} />
      <input type="hidden" name="seen" value={opened} />
      <p className="muted" id="duty-hint">
        {t('hotline:roster.hint')}
      </p>
      <DutyTable
        page={page}
        cell={({ day, field, hours }, name) => {
          const { error, ...input } = f.field(field)
          const now = changed && hours !== (input.defaultValue ?? '')
          const described = error ? `${input.id}-error` : 'duty-hint'
          return (
            <>
              <textarea
                {...input}
                className="in"
                rows={Math.max(1, (input.defaultValue ?? hours).split(',').length)}
                aria-label={t('hotline:roster.cell', { name, day: format.day(withinDay(day)) })}
                aria-describedby={described}
                aria-invalid={error ? true : undefined}
                maxLength={60}
                autoComplete="off"
              />
              {error && (
                <span className="error" id={`${input.id}-error`}>
                  {error}
                </span>
              )}
              {now && <span className="xs muted">{hours || t('hotline:roster.off')}</span>}
            </>
          )
        }}
      />
      <Actions>
        <Btn variant="go" disabled={busy}>
          {t('hotline:roster.save')}
        </Btn>
      </Actions>
    </Form>
  )
}
