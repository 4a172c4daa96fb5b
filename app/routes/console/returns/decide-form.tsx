import { useNavigation } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import {
  type FormDefaults,
  useFormOf,
  usePinnedVersion,
  useSubmissionKey,
} from '#app/routes/form.ts'
import { Btn } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Actions } from '#app/ui/console/page.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { F } from '#app/ui/links.tsx'
import { casePath } from './case-look.ts'
import { BeyondTerms } from './beyond-terms.tsx'
import type { CaseView } from './case-view.server.ts'
import { AgreedVisits } from './agreed-visits.tsx'
import { CostTable } from './cost-table.tsx'
import { AdjustedCosts, type DecideField, WhatFollows } from './decide-fields.tsx'
import { toldOf, typedLines, useDecide } from './use-decide.ts'
import type { WaysView } from './ways-view.server.ts'

const formId = 'decide'

/** RX-2, RX-3: the ways side by side, why one is chosen, what the customer is told, and what follows from it. */
export function DecideForm({
  one,
  ways,
  reply,
}: {
  one: CaseView
  ways: WaysView
  reply: unknown
}) {
  const { t, format } = useWords()
  const busy = useNavigation().state === 'submitting'
  const usual = ways.ways.find(({ remedy }) => remedy === ways.usual)!
  const defaults: FormDefaults<DecideField> = {
    told: toldOf(usual, usual.costs.charged),
    what: usual.what,
    amount: usual.amount,
  }
  const f = useFormOf<DecideField>(formId, { reply, sending: busy, defaults })
  const version = usePinnedVersion(one.version, f.refusal)
  const submissionKey = useSubmissionKey(one.submissionKey, 'decide')
  const d = useDecide(formId, {
    ways,
    level: one.level,
    mine: one.myLevel,
    first: f.field('remedy').defaultValue,
    typed: Object.fromEntries(
      ['amount' as const, ...typedLines].map((name) => [name, f.field(name).defaultValue]),
    ),
    timed: Object.fromEntries(
      (['collect', 'promisedOn'] as const).map((name) => [name, f.field(name).defaultValue]),
    ),
  })
  const works = useScripts()
  const remedy = t(`returns:remedy.${d.chosen}`)
  const level = t(`returns:level.${d.needs}`)
  return (
    <F
      method="post"
      action={`${casePath(one.number)}/decision`}
      aria-label={t('returns:decide.title')}
      className="deciding"
      onInput={d.onInput}
      onKeyDown={sendOnKeys}
      {...f.form}
    >
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <CostTable
        ways={ways}
        level={one.level}
        chosen={d.chosen}
        costs={d.costs}
        choose={d.choose}
      />
      {f.formError && (
        <Section label={t('returns:decide.title')}>
          <FormError>{f.formError}</FormError>
        </Section>
      )}
      <div className="two">
        <Section title={t('returns:decide.titleOf', { remedy })}>
          <BeyondTerms one={one} remedy={d.chosen} />
          <FormGrid>
            <TextAreaDense {...f.field('why')} rows={2} label={t('returns:decide.why')} />
            <TextAreaDense
              {...f.field('told')}
              rows={5}
              label={t('returns:decide.told')}
              right={t('returns:decide.toldBy')}
              hint={d.costs.charged > 0 && t('returns:decide.sayCharge')}
            />
          </FormGrid>
        </Section>
        <Section title={t('returns:decide.follows')}>
          <FormGrid>
            <WhatFollows f={f} ways={ways} way={d.way} collect={d.collect} all={!works} />
            {works && d.alone && one.agree && <AgreedVisits f={f} agree={one.agree} {...d} />}
            <AdjustedCosts f={f} way={d.way} />
          </FormGrid>
        </Section>
      </div>
      <Actions foot>
        <Btn variant="go" size="lg" keys="Ctrl Enter" disabled={busy}>
          {d.alone
            ? t('returns:decide.submit', { remedy })
            : t('returns:decide.submitUp', { remedy, level })}
        </Btn>
        <span className="muted xs">
          {t('returns:decide.total', { total: format.money(d.total, ways.currency) })}
          {' · '}
          {d.alone ? t('returns:decide.within') : t('returns:decide.above', { level })}{' '}
          {t('returns:decide.keeps')}
        </span>
      </Actions>
    </F>
  )
}

/** Enter makes a new line, also while composing Chinese. */
function sendOnKeys(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  if (event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

/** Without scripts every field is there, whatever is chosen. */
function useScripts(): boolean {
  const [works, setWorks] = useState(false)
  useEffect(() => setWorks(true), [])
  return works
}
