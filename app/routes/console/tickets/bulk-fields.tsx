import { type KeyboardEvent, type ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormGrid, InputDense, SelectDense } from '#app/ui/console/fields.tsx'

export type BulkField = 'owner' | 'reason' | 'until' | 'tags' | 'day' | 'why' | 'ticket'
export type BulkFormOf = ReturnType<typeof useFormOf<BulkField>>

export interface BulkLists {
  owners: { value: string; label: string }[]
  tags: { value: string; label: string }[]
  me: string
  /** The first day that is not today. */
  tomorrow: string
  mayAssign: boolean
}

/** What can be done with the marked tickets; each choice opens its own few fields, and works without script. */
export function BulkFields({ f, lists }: { f: BulkFormOf; lists: BulkLists }) {
  const { t } = useWords()
  const { owners, tags, me, tomorrow } = lists
  return (
    <>
      {/* Enter in a field does nothing that was not chosen. */}
      <button hidden disabled aria-hidden="true" tabIndex={-1} />
      {lists.mayAssign && (
        <>
          <Choice label={t('queues:bulk.assign')} open={f.wasWrong('owner')}>
            <SelectDense {...f.field('owner')} label={t('queues:bulk.assignTo')}>
              {owners.map(({ value, label }) => (
                <option key={value} value={value}>
                  {value === me ? t('queues:bulk.me', { name: label }) : label}
                </option>
              ))}
              <option value="">{t('queues:bulk.nobody')}</option>
            </SelectDense>
            <Do value="assign">{t('queues:bulk.assignSubmit')}</Do>
          </Choice>
          <Choice label={t('queues:bulk.pause')} open={f.wasWrong('reason', 'until')}>
            <InputDense
              onKeyDown={pressBeside}
              {...f.field('reason')}
              label={t('tickets:pause.reason')}
              maxLength={500}
            />
            <InputDense
              onKeyDown={pressBeside}
              {...f.field('until')}
              type="date"
              min={tomorrow}
              label={t('tickets:pause.until')}
              hint={t('queues:bulk.pauseHint')}
            />
            <Do value="pause">{t('queues:bulk.pauseSubmit')}</Do>
          </Choice>
        </>
      )}
      <Choice label={t('queues:bulk.tag')} open={f.wasWrong('tags')}>
        <InputDense
          onKeyDown={pressBeside}
          {...f.field('tags')}
          label={t('queues:bulk.tags')}
          hint={t('queues:bulk.tagsHint')}
          list="tags-in-use"
          autoComplete="off"
        />
        <datalist id="tags-in-use">
          {tags.map(({ value }) => (
            <option key={value} value={value} />
          ))}
        </datalist>
        <div className="actions">
          <Btn variant="go" name="do" value="tag">
            {t('queues:bulk.tagSubmit')}
          </Btn>
          <Btn name="do" value="untag">
            {t('queues:bulk.untagSubmit')}
          </Btn>
        </div>
      </Choice>
      {lists.mayAssign && (
        <Choice label={t('queues:bulk.lookAgain')} open={f.wasWrong('day', 'why')}>
          <InputDense
            onKeyDown={pressBeside}
            {...f.field('day')}
            type="date"
            min={tomorrow}
            label={t('queues:bulk.day')}
          />
          <InputDense
            onKeyDown={pressBeside}
            {...f.field('why')}
            label={t('queues:bulk.why')}
            maxLength={500}
          />
          <Do value="look_again">{t('queues:bulk.lookAgainSubmit')}</Do>
        </Choice>
      )}
    </>
  )
}

function Choice({ label, open, children }: { label: string; open: boolean; children: ReactNode }) {
  return (
    <details className="chip-more" name="bulk" open={open || undefined}>
      <summary className="btn">{label}</summary>
      <div className="chip-panel">
        <FormGrid>{children}</FormGrid>
      </div>
    </details>
  )
}

function Do({ value, children }: { value: string; children: ReactNode }) {
  return (
    <div className="actions">
      <Btn variant="go" name="do" value={value}>
        {children}
      </Btn>
    </div>
  )
}

/** Enter in a field presses the button beside it, not the first of the whole form. */
function pressBeside(event: KeyboardEvent<HTMLInputElement>) {
  const { nativeEvent, currentTarget } = event
  if (event.key !== 'Enter' || nativeEvent.isComposing || nativeEvent.keyCode === 229) return
  event.preventDefault()
  currentTarget.closest('details')?.querySelector<HTMLButtonElement>('button[name=do]')?.click()
}
