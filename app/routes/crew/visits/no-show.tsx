import { useWords } from '#app/i18n/use-words.ts'
import { Button, ButtonLink } from '#app/ui/portal/buttons.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { useVisit } from './loaded-visit.ts'
import { EntryForm, useVisitForm } from './visit-form.tsx'

/** DS-4: nobody opened. One calls before one leaves. */
export function NoShowForm() {
  const { phone } = useVisit()
  const { t, format } = useWords()
  const f = useVisitForm<'note'>('no_show')
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
  const { call } = useVisit()
  const { t } = useWords()
  const f = useVisitForm<'outcome'>('call', { id: 'tried' })
  if (!call) return null
  return (
    <EntryForm of={f}>
      <input type="hidden" name="call" value={call.call} />
      <p className="gap-2" role="status">
        {call.call > 1 && t('crew:call.tried', { count: call.call - 1 })}
      </p>
      <Button name="outcome" value="no_answer" disabled={f.busy}>
        {t('crew:call.noAnswer')}
      </Button>
    </EntryForm>
  )
}
