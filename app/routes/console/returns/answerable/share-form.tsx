import { useNavigation } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import type { AnswerableField } from '#app/domain/returns/answerable-form.ts'
import { useWords } from '#app/i18n/use-words.ts'
import {
  type FormDefaults,
  useFormOf,
  usePinnedVersion,
  useSubmissionKey,
} from '#app/routes/form.ts'
import { useTypedBefore } from '#app/routes/typed-before.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FieldDense, FormError, FormGrid, TextAreaDense } from '#app/ui/console/fields.tsx'
import { F } from '#app/ui/links.tsx'
import { parties, type Party } from '#db/vocabulary/returns.ts'
import type { AnswerableView } from './answerable-view.server.ts'
import { ShareBar } from './share-bar.tsx'
import { ShareRows } from './share-rows.tsx'
import { answerablePath } from './use-answerable.ts'

/** RX-5: cause, evidence and one row a party. Without a script the sum is said when it is sent. */
export function ShareForm({
  view,
  names,
  inForce,
  reply,
}: {
  view: AnswerableView
  names: NonNullable<AnswerableView['names']>
  /** What it begins with and changes. */
  inForce: AnswerableView['entries'][number] | undefined
  reply: unknown
}) {
  const { t } = useWords()
  const busy = useNavigation().state === 'submitting'
  const f = useFormOf<AnswerableField>('shares', {
    reply,
    sending: busy,
    defaults: defaultsOf(view, inForce),
  })
  const version = usePinnedVersion(view.version, f.refusal)
  const key = useSubmissionKey(view.submissionKey, 'answerable')
  const [typed, setTyped] = useState<Partial<Record<Party, string>>>({})
  useTypedBefore(f.form.id, (now) =>
    setTyped(Object.fromEntries(parties.map((party) => [party, now(`${party}Percent`)]))),
  )
  const shares = parties.map((party) => ({
    party,
    percent: percentIn(typed[party] ?? f.field(`${party}Percent`).defaultValue),
  }))
  const follow = ({ target }: FormEvent) => {
    const { name, value } = target as HTMLInputElement
    const party = parties.find((one) => name === `${one}Percent`)
    if (party) setTyped((before) => ({ ...before, [party]: value }))
  }
  return (
    <F
      className="shares"
      method="post"
      action={answerablePath(view.number)}
      encType="multipart/form-data"
      onInput={follow}
      {...f.form}
    >
      {f.formError && <FormError>{f.formError}</FormError>}
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="submissionKey" value={key} />
      <FormGrid two>
        <TextAreaDense
          {...f.field('cause')}
          rows={2}
          maxLength={2000}
          required
          label={t('returns:shares.cause')}
          hint={t('returns:shares.causeHint')}
        />
        <TextAreaDense
          {...f.field('evidence')}
          rows={2}
          maxLength={2000}
          required
          label={t('returns:shares.evidence')}
          hint={t('returns:shares.evidenceHint')}
        />
      </FormGrid>
      {!inForce && (
        <p className="muted xs">
          {t('returns:shares.usual', { party: t(`returns:party.${view.usual}`) })}
          {!view.cost && ` ${t('returns:shares.noCost')}`}
        </p>
      )}
      <ShareRows field={(name) => f.field(name)} names={names} cost={view.cost} shares={shares} />
      <ShareBar shares={shares} />
      <FormGrid>
        {inForce && (
          <TextAreaDense
            {...f.field('why')}
            rows={2}
            maxLength={1000}
            required
            label={t('returns:shares.why')}
            hint={t('returns:shares.whyHint')}
          />
        )}
        <FieldDense
          id="shares-photos"
          label={t('returns:shares.photos')}
          hint={t('returns:shares.photosHint')}
        >
          {(aria) => (
            <input
              {...aria}
              type="file"
              name="photos"
              multiple
              accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
            />
          )}
        </FieldDense>
        <div className="actions">
          <Btn variant="go" disabled={busy}>
            {t(inForce ? 'returns:shares.sendChange' : 'returns:shares.save')}
          </Btn>
        </div>
      </FormGrid>
    </F>
  )
}

const percentIn = (typed: string | undefined) => {
  const plain = (typed ?? '').normalize('NFKC').replace('%', '').trim()
  return /^\d{1,3}$/.test(plain) ? Number(plain) : 0
}

/** What is in force; before anything is, all of it for whoever usually bears it (RX-1). */
function defaultsOf(
  view: AnswerableView,
  inForce: AnswerableView['entries'][number] | undefined,
): FormDefaults<AnswerableField> {
  if (!inForce) return { [`${view.usual}Percent`]: '100' }
  const shares = inForce.shares.flatMap(({ party, percent, note, crewId, staffId }) => [
    [`${party}Percent`, String(percent)],
    [`${party}Note`, note],
    [`${party}Crew`, crewId === null ? '' : String(crewId)],
    [`${party}Staff`, staffId ?? ''],
  ])
  return {
    cause: inForce.cause,
    evidence: inForce.evidence,
    ...(Object.fromEntries(shares) as FormDefaults<AnswerableField>),
  }
}
