import { othersToAskFor } from '#app/domain/tickets/another-person-form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { Choice, ChoiceGroup } from '#app/ui/portal/choices.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { LetterSection } from '#app/ui/portal/letter.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import type { TrackPage } from './next.tsx'

const over = ['resolved', 'closed', 'cancelled']

/** IN-9: the customer may ask that somebody else comes, or handles it. */
export function AnotherPerson({ page, reply }: { page: TrackPage; reply?: unknown }) {
  const { t, format } = useWords()
  const form = useFormOf<'who' | 'words' | 'submissionKey'>('another-form', { reply })
  const { token, askedForAnother: asked, ticket, submissionKey } = page
  if (over.includes(ticket.status) && !form.formError) return null
  const who = form.field('who')
  return (
    <LetterSection id="another" title={t('track:another.title')}>
      {asked ? (
        <Notice icon="info">
          <p>{t('track:another.told', { day: format.day(asked), at: format.time(asked) })}</p>
        </Notice>
      ) : (
        <div className="stack">
          {form.formError && (
            <Notice tone="waiting" icon="info" alert id="error-summary">
              <p>{form.formError}</p>
            </Notice>
          )}
          <p>{t('track:another.lede')}</p>
          <details open={reply !== undefined}>
            <summary>{t('track:another.open')}</summary>
            <form
              method="post"
              action={`/track/${token}/another-person#another`}
              className="stack gap-4"
              noValidate
              data-enhance="once"
            >
              <input
                type="hidden"
                name="submissionKey"
                value={form.field('submissionKey').defaultValue ?? `${submissionKey}-another`}
              />
              <ChoiceGroup
                id={who.id}
                legend={t('track:another.who')}
                error={who.error}
                errorPrefix={t('common:errorPrefix')}
              >
                {othersToAskFor.map((one) => (
                  <Choice
                    key={one}
                    name="who"
                    value={one}
                    title={t(`track:another.${one}`)}
                    defaultChecked={who.defaultValue === one}
                  />
                ))}
              </ChoiceGroup>
              <TextAreaField
                {...form.field('words')}
                label={t('track:another.words')}
                rows={2}
                maxLength={1000}
                errorPrefix={t('common:errorPrefix')}
              />
              <Actions>
                <Button icon="send">{t('track:another.submit')}</Button>
              </Actions>
            </form>
          </details>
        </div>
      )}
    </LetterSection>
  )
}
