import { Form } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Actions } from '#app/ui/console/page.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import type { StrandsShown } from '../strands-reply.server.ts'

/** Yes or no, with words; whoever may not decide is told so. */
export function Decision({
  may,
  over,
  strands,
  reply,
}: {
  may: boolean
  over: boolean
  strands: StrandsShown
  reply: unknown
}) {
  const { t } = useWords()
  const f = useFormOf<'words'>('decision', { reply })
  const n = strands.visits.length
  if (over) return null
  return (
    <Section title={t('roster:leave.decide')}>
      {f.formError && <FormError>{f.formError}</FormError>}
      {may ? (
        <Form method="post" className="form form-narrow" {...f.form}>
          <input type="hidden" name="strands" value={strands.stamp} />
          <TextAreaDense
            {...f.field('words')}
            label={t('roster:leave.wordsField')}
            hint={t('roster:leave.wordsHint')}
            maxLength={500}
            rows={2}
          />
          <Actions>
            <Btn variant="go" name="decision" value="approved">
              {n > 0 ? t('roster:leave.approveStranding', { n }) : t('roster:leave.approve')}
            </Btn>
            <Btn variant="bad" name="decision" value="refused">
              {t('roster:leave.refuse')}
            </Btn>
          </Actions>
        </Form>
      ) : (
        !f.formError && <Warn icon="lock">{t('roster:leave.cannotDecide')}</Warn>
      )}
    </Section>
  )
}

/** The asker's own way back; what was approved is asked about once more. */
export function Withdrawal({ approved }: { approved: boolean }) {
  const { t } = useWords()
  const form = (
    <Form method="post" className="form form-narrow">
      <p className="muted">
        {t(approved ? 'roster:leave.withdrawApproved' : 'roster:leave.withdrawAsked')}
      </p>
      <Actions>
        <Btn variant={approved ? 'bad' : 'plain'} name="decision" value="withdrawn">
          {t(approved ? 'roster:leave.withdrawSure' : 'roster:leave.withdraw')}
        </Btn>
      </Actions>
    </Form>
  )
  return (
    <Section label={t('roster:leave.withdraw')}>
      {approved ? (
        <details className="ask-again">
          <summary className="btn">{t('roster:leave.withdraw')}</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </Section>
  )
}
