import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { Seg } from '#app/ui/console/choices.tsx'
import { InputDense, SelectDense } from '#app/ui/console/fields.tsx'
import { refundMethods } from '#db/vocabulary/returns.ts'
import { plainMoney } from './case-look.ts'
import { typedLines } from './use-decide.ts'
import type { WaysView, WayView } from './ways-view.server.ts'

export type DecideField =
  | 'remedy'
  | 'why'
  | 'told'
  | 'what'
  | 'promisedOn'
  | 'collect'
  | 'amount'
  | 'method'
  | 'window'
  | 'collectWindow'
  | (typeof typedLines)[number]

type Form = ReturnType<typeof useFormOf<DecideField>>

/** RX-4: what the chosen way asks: what is brought and when, how the original leaves, the money. */
export function WhatFollows({
  f,
  ways,
  way,
  collect,
  all,
}: {
  f: Form
  ways: WaysView
  way: WayView
  /** How the original leaves, as it is chosen. */
  collect: string | undefined
  /** Everything any way asks. */
  all: boolean
}) {
  const { t } = useWords()
  const asked = (what: WayView['asks'][number]) => all || way.asks.includes(what)
  const { remedy } = way
  const whatOf =
    remedy === 'part' || remedy === 'missing' || remedy === 'repair' ? remedy : 'exchange'
  const { id, name, error } = f.field('collect')
  const choices = all
    ? ways.ways.reduce<WayView['collect']>(
        (longest, one) => (one.collect.length > longest.length ? one.collect : longest),
        [],
      )
    : way.collect
  return (
    <>
      {/* Hidden rather than gone: what was typed for another way is still there when one comes back to it. */}
      <div hidden={!asked('what')}>
        <InputDense
          {...f.field('what')}
          maxLength={500}
          label={t(`returns:decide.what.${whatOf}`)}
        />
      </div>
      <div hidden={!asked('promisedOn')}>
        <InputDense {...f.field('promisedOn')} type="date" label={t('returns:decide.promisedOn')} />
      </div>
      {asked('collect') && choices.length > 0 && (
        <Seg
          wide
          key={choices.join()}
          {...{ id, name, error }}
          legend={t('returns:decide.collect')}
          defaultValue={choices.find((one) => one === collect) ?? choices[0]}
          options={choices.map((value) => ({
            value,
            label: t(`returns:decide.collectOf.${value}`),
          }))}
        />
      )}
      <div hidden={!asked('money')}>
        <InputDense
          {...f.field('amount')}
          inputMode="decimal"
          autoComplete="off"
          label={t('returns:decide.amount')}
          right={ways.currency === 'CNY' ? t('returns:case.yuan') : ways.currency}
        />
      </div>
      <div hidden={!asked('money')}>
        <SelectDense {...f.field('method')} label={t('returns:decide.method')}>
          <option value="">{t('returns:decide.choose')}</option>
          {refundMethods.map((method) => (
            <option key={method} value={method}>
              {t(`returns:method.${method}`)}
            </option>
          ))}
        </SelectDense>
      </div>
    </>
  )
}

/** Cost lines that are other than usual this time. */
export function AdjustedCosts({ f, way }: { f: Form; way: WayView }) {
  const { t } = useWords()
  const open = typedLines.some((line) => f.field(line).defaultValue) || f.wasWrong(...typedLines)
  return (
    <details className="fold" open={open || undefined}>
      <summary>{t('returns:decide.adjust')}</summary>
      <p className="muted xs">{t('returns:decide.adjustNote')}</p>
      <div className="form form-2">
        {typedLines.map((line) => (
          <InputDense
            key={line}
            {...f.field(line)}
            inputMode="decimal"
            autoComplete="off"
            placeholder={plainMoney(Math.abs(way.costs[line]))}
            label={t(`returns:decide.lineOf.${line}`)}
          />
        ))}
      </div>
    </details>
  )
}
