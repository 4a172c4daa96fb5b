import { verdicts } from '#db/vocabulary/complaints.ts'
import { verdictWordsLength } from '#app/domain/complaints/verdict-form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Facts } from '#app/ui/portal/answers.tsx'
import { Actions, Button } from '#app/ui/portal/buttons.tsx'
import { Choice, ChoiceGroup } from '#app/ui/portal/choices.tsx'
import { TextAreaField } from '#app/ui/portal/fields.tsx'
import { LetterSection } from '#app/ui/portal/letter.tsx'
import { Notice } from '#app/ui/portal/notices.tsx'
import type { TrackPage } from './next.tsx'

/** CP-1: where a complaint stands, our answer, and what whoever complained thinks of it. */
export function ComplaintSection({ page, reply }: { page: TrackPage; reply?: unknown }) {
  const { t, format } = useWords()
  const one = page.complaint
  if (!one) return null
  const { status, answer, verdict } = one
  const open = status === 'answered'
  return (
    <LetterSection id="complaint" title={t('asks:complaint.title')}>
      <div className="stack">
        <p>
          <strong>{t(`asks:complaint.now.${status}`)}</strong>
        </p>
        {answer && (
          <Facts
            items={[
              {
                term: t('asks:complaint.answer', { day: format.day(answer.at) }),
                children: <span className="typed">{answer.words}</span>,
              },
            ]}
          />
        )}
        {verdict && !open && (
          <Notice icon="info">
            <p>
              {t(
                verdict.verdict === 'not_content' && status !== 'investigating'
                  ? 'asks:complaint.said.notContentClosed'
                  : `asks:complaint.said.${verdict.verdict}`,
                { day: format.day(verdict.at) },
              )}
            </p>
            {verdict.words && <p className="typed muted">{verdict.words}</p>}
          </Notice>
        )}
      </div>
      {(open || reply !== undefined) && <VerdictForm page={page} open={open} reply={reply} />}
    </LetterSection>
  )
}

function VerdictForm({
  page: { token },
  open,
  reply,
}: {
  page: Pick<TrackPage, 'token'>
  open: boolean
  reply?: unknown
}) {
  const { t } = useWords()
  const form = useFormOf<'verdict' | 'words'>('verdict-form', { reply })
  const errorPrefix = t('common:errorPrefix')
  const chosen = form.field('verdict')
  return (
    <>
      {form.formError && (
        <Notice tone="waiting" icon="info" alert id="error-summary">
          <p>{form.formError}</p>
        </Notice>
      )}
      {open && (
        <form
          method="post"
          action={`/track/${token}/verdict#complaint`}
          className="stack gap-4"
          noValidate
          data-enhance="once"
        >
          <ChoiceGroup
            id={chosen.id}
            legend={t('asks:complaint.verdict.legend')}
            error={chosen.error}
            errorPrefix={errorPrefix}
            two
          >
            {verdicts.map((verdict) => (
              <Choice
                key={verdict}
                name="verdict"
                value={verdict}
                defaultChecked={chosen.defaultValue === verdict}
                title={t(`asks:complaint.verdict.${verdict}`)}
              />
            ))}
          </ChoiceGroup>
          <TextAreaField
            {...form.field('words')}
            label={t('asks:complaint.verdict.words')}
            hint={t('asks:complaint.verdict.wordsHint')}
            rows={3}
            maxLength={verdictWordsLength}
            errorPrefix={errorPrefix}
          />
          <Actions>
            <Button variant="primary" icon="send">
              {t('asks:complaint.verdict.submit')}
            </Button>
          </Actions>
        </form>
      )}
    </>
  )
}
