import { useWords } from '#app/i18n/use-words.ts'
import { Button, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { useVisit } from './loaded-visit.ts'
import { EntryForm, useVisitForm } from './visit-form.tsx'

/** DS-4: nobody opened. One calls before one leaves. */
export function NoShowForm() {
  const { phone, calls, start } = useVisit()
  const { t, format } = useWords()
  const f = useVisitForm<'note'>('no_show', {
    refuse: () =>
      Date.now() < new Date(start).getTime()
        ? { refusal: 'noShowBeforeWindow', values: {} }
        : calls === 0
          ? { refusal: 'noShowUncalled', values: {} }
          : null,
  })
  return (
    <>
      <p>{t('crew:noShow.call')}</p>
      <p className="gap-2">
        <ButtonLink href={`tel:${phone}`} icon="phone">
          {t('crew:call.call', { phone: format.phone(phone) })}
        </ButtonLink>
      </p>
      <TriedForm />
      <EntryForm of={f} label={t('crew:noShow.title')}>
        <TextAreaField
          {...f.field('note')}
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

/** The try is logged as every call ahead is (BK-4). */
function TriedForm() {
  const { calls } = useVisit()
  const { t } = useWords()
  const f = useVisitForm<'outcome'>('call', { id: 'tried' })
  return (
    <EntryForm of={f}>
      <input type="hidden" name="call" value={calls + 1} />
      <p className="gap-2" role="status">
        {calls > 0 && t('crew:noShow.tried', { count: calls })}
      </p>
      <Button name="outcome" value="no_answer" disabled={f.busy}>
        {t('crew:call.noAnswer')}
      </Button>
    </EntryForm>
  )
}
