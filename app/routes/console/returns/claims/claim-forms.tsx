import { useActionData, useLocation, useNavigation } from '@remix-run/react'
import type { SerializeFrom } from '@remix-run/node'
import { useWords } from '#app/i18n/use-words.ts'
import { useFormOf, usePinnedVersion } from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { Seg } from '#app/ui/console/choices.tsx'
import { FormError, FormGrid, InputDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import type { loader } from './claim.tsx'
import { claimPath } from './claim-look.ts'

type Loaded = SerializeFrom<typeof loader>

/** What can be done with a claim as it is now, each under its own address. */
export function ClaimForms({ loaded: { claim, moves } }: { loaded: Loaded }) {
  return (
    <>
      {moves.includes('sent') && <SendForm key={`sent ${claim.version}`} claim={claim} />}
      {moves.includes('credited') && <SettleForm key={`settled ${claim.version}`} claim={claim} />}
      {moves.includes('withdrawn') && (
        <WithdrawForm key={`withdrawn ${claim.version}`} claim={claim} />
      )}
    </>
  )
}

type FormProps = { claim: Loaded['claim'] }

/** A form of this page, with what was answered to it. */
function useClaimForm<Name extends string>(claim: Loaded['claim'], part: string) {
  const action = `${claimPath(claim.number)}/${part}`
  const answered = useActionData()
  const here = useLocation().pathname === action
  const busy = useNavigation().formAction === action
  const f = useFormOf<Name>(part, { reply: here ? answered : undefined, sending: busy })
  const version = usePinnedVersion(claim.version, f.refusal)
  return { f, busy, open: here, form: { method: 'post' as const, action, ...f.form }, version }
}

function SendForm({ claim }: FormProps) {
  const { t } = useWords()
  const { f, busy, form, version } = useClaimForm<'version'>(claim, 'sending')
  return (
    <Section title={t('returns:claims.next')}>
      <p className="muted">
        {t(claim.status === 'credited' ? 'returns:claims.againLede' : 'returns:claims.sendLede')}
      </p>
      <F {...form}>
        {f.formError && <FormError>{f.formError}</FormError>}
        <input type="hidden" name="version" value={version} />
        <div className="actions mt">
          <Btn variant={claim.status === 'credited' ? undefined : 'go'} disabled={busy}>
            {t(
              claim.status === 'credited'
                ? 'returns:claims.again'
                : claim.wasSent
                  ? 'returns:claims.resend'
                  : 'returns:claims.send',
            )}
          </Btn>
        </div>
      </F>
    </Section>
  )
}

function SettleForm({ claim }: FormProps) {
  const { t } = useWords()
  const { f, busy, form, version } = useClaimForm<'result' | 'credited' | 'note'>(
    claim,
    'settlement',
  )
  const result = f.field('result')
  return (
    <Section title={t('returns:claims.settle.title')}>
      <F {...form}>
        {f.formError && <FormError>{f.formError}</FormError>}
        <input type="hidden" name="version" value={version} />
        <FormGrid>
          <Seg
            id={result.id}
            name="result"
            legend={t('returns:claims.settle.result')}
            options={[
              { value: 'credited', label: t('returns:claims.settle.credited') },
              { value: 'refused', label: t('returns:claims.settle.refused') },
            ]}
            defaultValue={result.defaultValue}
            error={result.error}
          />
          <InputDense
            {...f.field('credited')}
            label={t('returns:claims.settle.amount')}
            hint={t('returns:claims.settle.amountHint')}
            inputMode="decimal"
            maxLength={14}
            autoComplete="off"
          />
          <TextAreaDense
            {...f.field('note')}
            rows={2}
            maxLength={2000}
            label={t('returns:claims.settle.note')}
            hint={t('returns:claims.settle.noteHint')}
          />
          <div className="actions">
            <Btn variant="go" disabled={busy}>
              {t('returns:claims.settle.submit')}
            </Btn>
          </div>
        </FormGrid>
      </F>
    </Section>
  )
}

function WithdrawForm({ claim }: FormProps) {
  const { t } = useWords()
  const { f, busy, open, form, version } = useClaimForm<'reason'>(claim, 'withdrawal')
  return (
    <details className="sec fold" open={open || undefined}>
      <summary>{t('returns:claims.withdraw.open')}</summary>
      <F {...form}>
        {f.formError && <FormError>{f.formError}</FormError>}
        <input type="hidden" name="version" value={version} />
        <FormGrid>
          <TextAreaDense
            {...f.field('reason')}
            rows={2}
            maxLength={1000}
            required
            label={t('returns:claims.withdraw.reason')}
          />
          <div className="actions">
            <Btn variant="bad" disabled={busy}>
              {t('returns:claims.withdraw.submit')}
            </Btn>
          </div>
        </FormGrid>
      </F>
    </details>
  )
}
