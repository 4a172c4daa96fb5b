import { useMemo, useState } from 'react'
import { maxLines, priceOf, quantityOf } from '#app/domain/orders/contract.ts'
import { knownProducts } from '#app/domain/orders/known-product.ts'
import { type LineField, lineField, type LinePart } from '#app/domain/orders/line-field.ts'
import { useWords } from '#app/i18n/use-words.ts'
import { InputDense } from '#app/ui/console/fields.tsx'
import { useTypedBefore } from '#app/routes/typed-before.ts'
import type { ContractFormState } from './contract-form.tsx'
import type { ModelView } from './models-view.server.ts'

const shownLines = 4
const modelsId = 'models'
const numbers = Array.from({ length: maxLines }, (_, i) => i + 1)
const lineParts = ['model', 'quantity', 'price'] as const
type Typed = Record<LinePart, string>

/** The lines of a contract: beside what is typed, the product it means and what it comes to. */
export function LineFields({
  f,
  models,
  lines,
}: {
  f: ContractFormState
  models: ModelView[]
  /** How many lines it has now. */
  lines: number
}) {
  const { t, locale, format } = useWords()
  const shown = Math.min(maxLines, Math.max(shownLines, lines + 1))
  const find = useMemo(() => knownProducts(models), [models])
  const before = (name: LineField) => f.field(name).defaultValue ?? ''
  const [typed, setTyped] = useState(() => numbers.map((n) => lineIn(before, n)))
  useTypedBefore(f.form.id, (now) => setTyped(numbers.map((n) => lineIn(now, n))))
  const sums = typed.map(sumOf)
  const open = numbers.slice(shown).some((n) => lineIn(before, n).model !== '')
  const fieldsOf = (n: number) => (
    <Line
      key={n}
      f={f}
      n={n}
      found={find(typed[n - 1]!.model)}
      sum={sums[n - 1] ?? null}
      onType={(part, value) =>
        setTyped((lines) =>
          lines.map((line, i) => (i === n - 1 ? { ...line, [part]: value } : line)),
        )
      }
    />
  )
  const total = sums.reduce<number>((all, sum) => all + (sum ?? 0), 0)
  const unknown = numbers.some(
    (n) => f.field(lineField('model', n)).error && !find(lineIn(before, n).model).product,
  )
  return (
    <>
      <datalist id={modelsId}>
        {models.map(({ model, nameZh, nameEn }) => (
          <option key={model} value={model}>
            {locale === 'en' ? nameEn : nameZh}
          </option>
        ))}
      </datalist>
      {unknown && <p className="keeper">{t('orders:form.keeper')}</p>}
      {numbers.slice(0, shown).map(fieldsOf)}
      {shown < maxLines && (
        <details className="more-lines" open={open}>
          <summary>{t('orders:form.moreLines')}</summary>
          {numbers.slice(shown).map(fieldsOf)}
        </details>
      )}
      {sums.filter((sum) => sum !== null).length > 1 && (
        <p>
          <b>{t('orders:form.total', { sum: format.money(total) })}</b>
        </p>
      )}
    </>
  )
}

function Line({
  f,
  n,
  found,
  sum,
  onType,
}: {
  f: ContractFormState
  n: number
  found: ReturnType<ReturnType<typeof knownProducts<ModelView>>>
  sum: number | null
  onType: (part: LinePart, value: string) => void
}) {
  const { t, locale, format } = useWords()
  const named = ({ model, nameZh, nameEn }: ModelView) =>
    `${model} ${locale === 'en' ? nameEn : nameZh}`
  const { product, like } = found
  const part = (name: LinePart) => ({
    ...f.field(lineField(name, n)),
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => onType(name, event.target.value),
  })
  const models = like.map(named).join(locale === 'en' ? ', ' : '、')
  return (
    <fieldset className="line-in">
      <legend className="vh">{t('orders:form.line', { n })}</legend>
      <InputDense
        {...part('model')}
        label={t('orders:field.model')}
        hint={product ? named(product) : models && t('orders:form.like', { models })}
        list={modelsId}
        maxLength={80}
      />
      <InputDense
        {...part('quantity')}
        label={t('orders:field.quantity')}
        inputMode="numeric"
        maxLength={6}
      />
      <InputDense
        {...part('price')}
        label={t('orders:field.unitPrice')}
        hint={sum !== null && t('orders:form.sum', { sum: format.money(sum) })}
        inputMode="decimal"
        placeholder="0.00"
        maxLength={20}
      />
    </fieldset>
  )
}

const lineIn = (typed: (name: LineField) => string, n: number) =>
  Object.fromEntries(lineParts.map((part) => [part, typed(lineField(part, n))])) as Typed

function sumOf({ quantity, price }: Typed): number | null {
  const [pieces, each] = [quantityOf(quantity), priceOf(price)]
  return pieces === null || each === null ? null : pieces * each
}
