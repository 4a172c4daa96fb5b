import { othersToAskFor } from '#app/domain/tickets/another-person-form.ts'
import { customerWordsLength } from '#app/domain/tickets/customer-words-form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Actions, Button, TextButton } from '#app/ui/portal/buttons.tsx'
import { Choice, ChoiceGroup } from '#app/ui/portal/choices.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { LetterSection } from '#app/ui/portal/letter.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { TypedCount } from '../typed-count.tsx'
import type { TrackPage } from './next.tsx'

const over = ['resolved', 'closed', 'cancelled']

/** IN-9: the customer may ask that somebody else comes, or handles it, once there is somebody. */
export function AnotherPerson({ page, reply }: { page: TrackPage; reply?: unknown }) {
  const { t } = useWords()
  const form = useFormOf<'who' | 'words' | 'submissionKey'>('another-form', { reply })
  const { token, asked, ticket, submissionKey } = page
  const there = {
    crew: ticket.visits.some(({ crewed, status }) => crewed && status !== 'cancelled'),
    desk: ticket.contact !== null || ticket.talk.some(({ author }) => author !== null),
  }
  const others = othersToAskFor.filter((who) => there[who] && !asked.some((one) => one.who === who))
  const ended = over.includes(ticket.status)
  if (!form.formError && (ended || (others.length === 0 && asked.length === 0))) return null
  const who = form.field('who')
  const words = form.field('words')
  return (
    <LetterSection id="another" title={t('track:another.title')}>
      <div className="stack">
        <Asked page={page} />
        {form.formError && (
          <Notice tone="waiting" icon="info" alert id="error-summary">
            <p>{form.formError}</p>
          </Notice>
        )}
        {others.length > 0 && !ended && (
          <div>
            {asked.length === 0 && <p>{t('track:another.lede')}</p>}
            <details className="tell" open={reply !== undefined || undefined}>
              <summary className="button">
                {others.length === 1
                  ? t(`track:another.openOne.${others[0]!}`)
                  : t('track:another.open')}
              </summary>
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
                {others.length === 1 ? (
                  <input type="hidden" name="who" value={others[0]} />
                ) : (
                  <ChoiceGroup
                    id={who.id}
                    legend={t('track:another.who')}
                    error={who.error}
                    errorPrefix={t('common:errorPrefix')}
                  >
                    {others.map((one) => (
                      <Choice
                        key={one}
                        name="who"
                        value={one}
                        title={t(`track:another.${one}`)}
                        defaultChecked={who.defaultValue === one}
                      />
                    ))}
                  </ChoiceGroup>
                )}
                <TextAreaField
                  {...words}
                  label={t('track:another.words')}
                  rows={2}
                  maxLength={customerWordsLength}
                  errorPrefix={t('common:errorPrefix')}
                  counter={<TypedCount of={words.id} max={customerWordsLength} />}
                />
                <Actions>
                  <Button icon="send">{t('track:another.submit')}</Button>
                </Actions>
              </form>
            </details>
          </div>
        )}
      </div>
    </LetterSection>
  )
}

/** What was asked for and still stands; it can be taken back. */
function Asked({ page: { asked, token, submissionKey } }: { page: TrackPage }) {
  const { t, format } = useWords()
  return asked.map(({ who, at }) => (
    <Notice icon="info" key={who}>
      <p>{t(`track:another.told.${who}`, { day: format.day(at), at: format.time(at) })}</p>
      <form method="post" action={`/track/${token}/same-person#another`} data-enhance="once">
        <input type="hidden" name="submissionKey" value={`${submissionKey}-same-${who}`} />
        <input type="hidden" name="who" value={who} />
        <TextButton>{t(`track:another.keep.${who}`)}</TextButton>
      </form>
    </Notice>
  ))
}
