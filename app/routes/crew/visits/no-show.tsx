import { useWords } from '#app/i18n/use-words.ts'
import { Button, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { PlainCheck } from '#app/ui/portal/choices.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { useRecord } from '../kept/use-kept.ts'
import { dropDraft, useDraft } from './draft.ts'
import { useHydrated } from './hydrated.ts'
import { useVisit } from './loaded-visit.ts'
import { EntryForm, useVisitForm } from './visit-form.tsx'

/** DS-4: nobody opened. One calls before one leaves. */
export function NoShowForm() {
  const { id, phone, calls, start } = useVisit()
  const { t, format } = useWords()
  const hydrated = useHydrated()
  const record = useRecord(id)
  const draft = useDraft(id, 'no_show-note', 'no-show')
  const f = useVisitForm<'note'>('no_show', {
    refuse: (form) =>
      Date.now() < new Date(start).getTime()
        ? { refusal: 'noShowBeforeWindow', values: {} }
        : calls === 0 && !form.has(called)
          ? { refusal: 'noShowUncalled', values: {} }
          : null,
    before: async (form) => {
      if (!form.has(called)) return null
      form.delete(called)
      return record('call', callOf({ call: String(calls + 1), outcome: 'no_answer' }))
    },
    onKept: () => dropDraft(id, 'no-show'),
  })
  return (
    <>
      <p>{t('crew:noShow.call')}</p>
      <p className="gap-2">
        <ButtonLink href={`tel:${phone}`} icon="phone">
          {t('crew:call.call', { phone: format.phone(phone) })}
        </ButtonLink>
      </p>
      {calls > 0 && (
        <p className="gap-2" role="status">
          {t('crew:noShow.tried', { count: calls })}
        </p>
      )}
      {!hydrated && <TriedForm />}
      <EntryForm of={f} label={t('crew:noShow.title')}>
        {hydrated && (
          <PlainCheck id="no_show-called" name={called}>
            {t('crew:noShow.called')}
          </PlainCheck>
        )}
        <TextAreaField
          {...f.field('note')}
          {...draft}
          label={t('crew:noShow.note')}
          hint={t('crew:noShow.noteHint')}
          errorPrefix={t('common:errorPrefix')}
          rows={2}
          maxLength={500}
        />
        <Notice tone="waiting" icon="info">
          {t('crew:noShow.warning')}
        </Notice>
        <Button variant="danger" disabled={f.busy}>
          {t('crew:noShow.submit')}
        </Button>
      </EntryForm>
    </>
  )
}

/** Ticked on the phone, the call is kept as an entry of its own before the form. */
const called = 'called'

function callOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

/** Without a script the call is sent first; it is logged as every call ahead is (BK-4). */
function TriedForm() {
  const { calls } = useVisit()
  const { t } = useWords()
  const f = useVisitForm<'outcome'>('call', { id: 'tried' })
  return (
    <EntryForm of={f}>
      <input type="hidden" name="call" value={calls + 1} />
      <Button name="outcome" value="no_answer" disabled={f.busy}>
        {t('crew:call.noAnswer')}
      </Button>
    </EntryForm>
  )
}
