import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { LetterSection } from '#app/ui/portal/letter.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import type { TrackPage } from './next.tsx'

/** DS-4: the agreed time is over and nobody came: one tap tells the desk. */
export function NobodyCame({ page, reply }: { page: TrackPage; reply?: unknown }) {
  const { t, format } = useWords()
  const form = useFormOf<'words'>('nobody-form', { reply })
  const { visits } = page.ticket
  const told = visits.findLast(
    ({ status, toldNobodyCameAt }) =>
      toldNobodyCameAt !== null && ['proposed', 'confirmed', 'on_the_way'].includes(status),
  )
  const visit = visits.find(({ overdue, toldNobodyCameAt }) => overdue && !toldNobodyCameAt)
  if (!visit && !told && !form.formError) return null
  return (
    <LetterSection id="nobody" title={t('track:nobody.title')}>
      <div className="stack">
        {form.formError && (
          <Notice tone="waiting" icon="info" alert id="error-summary">
            <p>{form.formError}</p>
          </Notice>
        )}
        {told?.toldNobodyCameAt && (
          <Notice icon="info">
            <p>{t('track:nobody.told', { at: format.time(told.toldNobodyCameAt) })}</p>
          </Notice>
        )}
        {visit && (
          <form
            method="post"
            action={`/track/${page.token}/visits/${visit.id}/absence#nobody`}
            className="stack"
            noValidate
            data-enhance="once"
          >
            <p>{t('track:nobody.lede', { span: format.span(visit.start, visit.end) })}</p>
            <TextAreaField
              {...form.field('words')}
              label={t('track:nobody.words')}
              rows={2}
              maxLength={1000}
              errorPrefix={t('common:errorPrefix')}
            />
            <Actions>
              <Button variant="primary" icon="send">
                {t('track:nobody.submit')}
              </Button>
            </Actions>
          </form>
        )}
      </div>
    </LetterSection>
  )
}
