import { useState } from 'react'
import { returnReasons, returnWishes } from '#db/vocabulary/returns.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { useTypedBefore } from '#app/routes/typed-before.ts'
import { Options, Seg } from '#app/ui/console/choices.tsx'
import { InputDense, SelectDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { withinDay } from '../civil-day.ts'
import type { LineView } from './ask-view.server.ts'

export type AskFieldName =
  | 'line'
  | 'product'
  | 'pieces'
  | 'quantity'
  | 'reason'
  | 'wish'
  | 'unpacked'
  | 'misused'
  | 'batch'
  | 'words'

/** RX-1: what is returned, why, and what the customer would like. */
export function AskFields({
  f,
  lines,
}: {
  f: ReturnType<typeof useFormOf<AskFieldName>>
  lines: LineView[]
}) {
  const { t, format } = useWords()
  const line = f.field('line')
  const [chosen, choose] = useState(line.defaultValue ?? '')
  useTypedBefore(f.form.id, (typed) => choose(typed('line')))
  const one = lines.find(({ id }) => id === chosen)
  const pieces = f.chosen('pieces')
  const yesOrNo = [
    { value: 'yes', label: t('returns:ask.yes') },
    { value: 'no', label: t('returns:ask.no') },
    { value: '', label: t('returns:ask.unknown') },
  ]
  return (
    <>
      <Options
        id={line.id}
        name="line"
        legend={t('returns:ask.line')}
        error={line.error}
        wide
        onChange={({ target }) => choose(target.value)}
        items={[
          ...lines.map(({ id, name, model, quantity, orderNumber, deliveredOn }) => ({
            value: id,
            label: name,
            right: t('returns:ask.lineOf', { number: orderNumber }),
            detail: t(deliveredOn ? 'returns:ask.delivered' : 'returns:ask.notDelivered', {
              model,
              count: quantity,
              date: deliveredOn ? format.date(withinDay(deliveredOn)) : '',
            }),
            defaultChecked: line.defaultValue === id,
          })),
          {
            value: 'none',
            label: t('returns:ask.none'),
            defaultChecked: line.defaultValue === 'none',
          },
        ]}
      />
      {chosen === 'none' && (
        <InputDense
          {...f.field('product')}
          label={t('returns:ask.product')}
          maxLength={200}
          autoComplete="off"
          wide
        />
      )}
      {one && one.pieces.length > 0 && (
        <Options
          key={one.id}
          id={f.field('pieces').id}
          name="pieces"
          type="checkbox"
          legend={t('returns:ask.pieces')}
          wide
          items={one.pieces.map((label, place) => ({
            value: `${one.id}:${place}`,
            label,
            defaultChecked: pieces.includes(`${one.id}:${place}`),
          }))}
        />
      )}
      <SelectDense {...f.field('reason')} label={t('returns:ask.reason')}>
        <option value="">{t('returns:ask.choose')}</option>
        {returnReasons.map((reason) => (
          <option key={reason} value={reason}>
            {t(`returns:reason.${reason}`)}
          </option>
        ))}
      </SelectDense>
      <SelectDense {...f.field('wish')} label={t('returns:ask.wish')}>
        <option value="">{t('returns:ask.choose')}</option>
        {returnWishes.map((wish) => (
          <option key={wish} value={wish}>
            {t(`returns:wish.${wish}`)}
          </option>
        ))}
      </SelectDense>
      <Seg {...segOf(f.field('unpacked'))} legend={t('returns:ask.unpacked')} options={yesOrNo} />
      <Seg {...segOf(f.field('misused'))} legend={t('returns:ask.misused')} options={yesOrNo} />
      <InputDense
        {...f.field('quantity')}
        label={t('returns:ask.quantity')}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
      />
      <InputDense
        {...f.field('batch')}
        label={t('returns:ask.batch')}
        hint={t('returns:ask.batchHint')}
        maxLength={60}
        autoComplete="off"
      />
      <TextAreaDense
        {...f.field('words')}
        label={t('returns:ask.words')}
        rows={4}
        maxLength={2000}
        wide
      />
    </>
  )
}

/** Nothing said reads as not known. */
const segOf = ({
  defaultValue = '',
  ...field
}: ReturnType<ReturnType<typeof useFormOf>['field']>) => ({
  ...field,
  defaultValue,
})
