import { useNavigation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Section, Warn } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import { BeyondTerms } from './beyond-terms.tsx'
import { casePath } from './case-look.ts'
import type { CaseView } from './case-view.server.ts'
import { DecisionFacts } from './decisions.tsx'

/** RX-2: the decision that waits, whole, and whoever may sign it says yes or no with a reason. */
export function ApprovalPanel({ one, reply }: { one: CaseView; reply: unknown }) {
  const { t, format } = useWords()
  const busy = useNavigation().state === 'submitting'
  const f = useFormOf<'reason'>('approval', { reply, sending: busy })
  const pending = one.decisions.find(({ standing }) => standing === 'pending')
  if (!pending) {
    return f.formError ? (
      <Section label={t('returns:decide.approval.reason')}>
        <FormError>{f.formError}</FormError>
      </Section>
    ) : null
  }
  const remedy = t(`returns:remedy.${pending.remedy}`)
  const level = t(`returns:level.${pending.needs}`)
  return (
    <Section
      title={
        one.may.approve
          ? t('returns:decide.approval.title', { remedy })
          : t('returns:decide.approval.waits', { remedy, level })
      }
    >
      <p className="muted">
        {t('returns:decide.approval.note', {
          name: pending.by,
          when: format.distance(pending.at),
        })}
      </p>
      <BeyondTerms one={one} remedy={pending.remedy} />
      <DecisionFacts decision={pending} />
      {one.may.own && <Warn icon="people">{t('returns:decide.approval.own')}</Warn>}
      {one.may.approve && (
        <F method="post" className="mt" action={`${casePath(one.number)}/approval`} {...f.form}>
          <FormGrid>
            {f.formError && <FormError>{f.formError}</FormError>}
            <input type="hidden" name="decision" value={pending.id} />
            <TextAreaDense
              {...f.field('reason')}
              rows={2}
              label={t('returns:decide.approval.reason')}
              hint={t('returns:decide.approval.reasonHint')}
            />
            <div className="actions">
              <Btn variant="go" size="lg" name="answer" value="approve" disabled={busy}>
                {t('returns:decide.approval.approve')}
              </Btn>
              <Btn size="lg" name="answer" value="send_back" disabled={busy}>
                {t('returns:decide.approval.sendBack')}
              </Btn>
            </div>
          </FormGrid>
        </F>
      )}
    </Section>
  )
}
