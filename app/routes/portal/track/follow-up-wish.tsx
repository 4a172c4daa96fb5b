import { useSearchParams } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { ChoiceGroup, Pill } from '#app/ui/portal/choices.tsx'
import { LetterSection } from '#app/ui/portal/letter.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import { wishParts, wishWays } from '#db/vocabulary/work.ts'
import type { TrackPage } from './next.tsx'

/** VS-9: when and how the customer would like to be asked how it went, while that is still to come. */
export function FollowUpWish({ page, reply }: { page: TrackPage; reply?: unknown }) {
  const { t } = useWords()
  const [query] = useSearchParams()
  const saved = query.get('saved') === 'wish' && reply === undefined
  const visit = page.ticket.visits.findLast(({ status, wish }) => status === 'finished' && wish)
  const form = useFormOf<'wishPart' | 'wishWay'>('wish-form', {
    reply,
    defaults: { wishPart: visit?.wish?.part, wishWay: visit?.wish?.way },
  })
  if (!visit?.wish && !form.formError) return null
  const wish = visit?.wish
  const part = form.field('wishPart')
  const way = form.field('wishWay')
  return (
    <LetterSection id="wish" title={t('track:wish.title')}>
      <div className="stack">
        {form.formError && (
          <Notice tone="waiting" icon="info" alert id="error-summary">
            <p>{form.formError}</p>
          </Notice>
        )}
        {visit && wish && (
          <>
            {saved && <p role="status">{t('track:wish.saved')}</p>}
            <p>
              {wish.way === 'phone'
                ? t(`track:wish.phone.${wish.part}`)
                : t(`track:wish.${wish.way}`)}
            </p>
            <div className="answers">
              <details open={reply !== undefined}>
                <summary>{t('track:wish.change')}</summary>
                <form
                  method="post"
                  action={`/track/${page.token}/visits/${visit.id}/wish#wish`}
                  className="stack wish"
                  noValidate
                  data-enhance="once"
                >
                  <ChoiceGroup
                    id={way.id}
                    legend={t('track:wish.how')}
                    as="pills"
                    error={way.error}
                    errorPrefix={t('common:errorPrefix')}
                  >
                    {wishWays.map((value) => (
                      <Pill
                        key={value}
                        type="radio"
                        name="wishWay"
                        value={value}
                        defaultChecked={way.defaultValue === value}
                      >
                        {t(`words:wishWay.${value}`)}
                      </Pill>
                    ))}
                  </ChoiceGroup>
                  <div className="wish__when">
                    <ChoiceGroup
                      id={part.id}
                      legend={t('track:wish.when')}
                      as="pills"
                      error={part.error}
                      errorPrefix={t('common:errorPrefix')}
                    >
                      {wishParts.map((value) => (
                        <Pill
                          key={value}
                          type="radio"
                          name="wishPart"
                          value={value}
                          defaultChecked={part.defaultValue === value}
                        >
                          {t(`words:wishPart.${value}`)}
                        </Pill>
                      ))}
                    </ChoiceGroup>
                  </div>
                  <Actions>
                    <Button>{t('track:wish.submit')}</Button>
                  </Actions>
                </form>
              </details>
            </div>
          </>
        )}
      </div>
    </LetterSection>
  )
}
