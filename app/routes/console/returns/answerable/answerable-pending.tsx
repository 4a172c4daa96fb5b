import { useNavigation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Warn } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import type { AnswerableView } from './answerable-view.server.ts'
import { EntryFacts } from './share-facts.tsx'
import { answerableApprovalPath, useReplyOf } from './use-answerable.ts'

/** RX-5: a change that waits; somebody else lets it stand, or refuses it with a reason. */
export function AnswerablePending({
  view,
  pending,
}: {
  view: AnswerableView
  pending: AnswerableView['entries'][number]
}) {
  const { t } = useWords()
  const path = answerableApprovalPath(view.number)
  const { reply } = useReplyOf(path)
  const busy = useNavigation().state === 'submitting'
  const f = useFormOf<'reason'>('answerability-approval', { reply, sending: busy })
  const answers = view.mayApprove && !pending.own
  return (
    <>
      <h3 className="sec-h mt">{t('returns:shares.pending.title')}</h3>
      <EntryFacts entry={pending} cost={null} />
      {!answers && (
        <Warn icon="people">
          {t(pending.own ? 'returns:shares.pending.own' : 'returns:shares.pending.wait')}
        </Warn>
      )}
      {answers && (
        <F method="post" action={path} {...f.form}>
          <FormGrid>
            {f.formError && <FormError>{f.formError}</FormError>}
            <input type="hidden" name="answerability" value={pending.id} />
            <TextAreaDense
              {...f.field('reason')}
              rows={2}
              maxLength={1000}
              label={t('returns:shares.pending.reason')}
              hint={t('returns:shares.pending.reasonHint')}
            />
            <div className="actions">
              <Btn variant="go" name="answer" value="approve" disabled={busy}>
                {t('returns:shares.pending.approve')}
              </Btn>
              <Btn name="answer" value="refuse" disabled={busy}>
                {t('returns:shares.pending.refuse')}
              </Btn>
            </div>
          </FormGrid>
        </F>
      )}
    </>
  )
}
