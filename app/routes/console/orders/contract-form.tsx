import type { ReactNode } from 'react'
import { lineField, type LineField } from '#app/domain/orders/line-field.ts'
import { maxLines } from '#app/domain/orders/contract.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { FormError, FormGrid, InputDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'

export type ContractFormField =
  | 'store'
  | 'number'
  | 'name'
  | 'phone'
  | 'email'
  | 'address'
  | 'orderedOn'
  | 'deliveryOn'
  | 'clerk'
  | 'requirements'
  | LineField

type ContractFields = ReturnType<typeof useFormOf<ContractFormField>>

const shownLines = 4
const modelsId = 'models'

/** The fields of a contract, customer first, as its paper has them. */
export function ContractFields({
  f,
  models,
  lines,
  store,
}: {
  f: ContractFields
  models: { model: string; name: string }[]
  /** How many lines it has now. */
  lines: number
  /** Which store's, for head office. */
  store?: ReactNode
}) {
  const { t } = useWords()
  const optional = <span className="muted">{t('orders:form.optional')}</span>
  const shown = Math.min(maxLines, Math.max(shownLines, lines + 1))
  const numbers = Array.from({ length: maxLines }, (_, i) => i + 1)
  const hasError = numbers
    .slice(shown)
    .some((n) => f.field(lineField('model', n)).defaultValue !== undefined)
  return (
    <>
      {(f.formError ?? f.errors.length > 0) && (
        <Section>
          <FormError>
            {f.formError ?? (
              <>
                {t('orders:form.problems')}
                <ul>
                  {f.errors.map(({ href, message }) => (
                    <li key={href}>
                      <a className="link" href={href}>
                        {message}
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </FormError>
        </Section>
      )}
      <Section title={t('orders:form.contract')}>
        <FormGrid two>
          {store}
          <InputDense {...f.field('number')} label={t('orders:field.number')} maxLength={40} />
          <InputDense {...f.field('clerk')} label={t('orders:field.clerk')} maxLength={80} />
          <InputDense {...f.field('orderedOn')} type="date" label={t('orders:field.orderedOn')} />
          <InputDense {...f.field('deliveryOn')} type="date" label={t('orders:field.deliveryOn')} />
        </FormGrid>
      </Section>
      <Section title={t('orders:form.customer')}>
        <FormGrid two>
          <InputDense {...f.field('name')} label={t('orders:field.name')} maxLength={80} />
          <InputDense
            {...f.field('phone')}
            type="tel"
            label={t('orders:field.phone')}
            maxLength={40}
          />
          <InputDense
            {...f.field('address')}
            label={t('orders:field.address')}
            maxLength={300}
            wide
          />
          <InputDense
            {...f.field('email')}
            type="email"
            label={t('orders:field.email')}
            right={optional}
            maxLength={254}
          />
        </FormGrid>
      </Section>
      <Section title={t('orders:form.lines')} right={t('orders:form.linesHint')}>
        <datalist id={modelsId}>
          {models.map(({ model, name }) => (
            <option key={model} value={model}>
              {name}
            </option>
          ))}
        </datalist>
        {numbers.slice(0, shown).map((n) => (
          <Line key={n} f={f} n={n} />
        ))}
        {shown < maxLines && (
          <details className="more-lines" open={hasError}>
            <summary>{t('orders:form.moreLines')}</summary>
            {numbers.slice(shown).map((n) => (
              <Line key={n} f={f} n={n} />
            ))}
          </details>
        )}
        <TextAreaDense
          {...f.field('requirements')}
          rows={3}
          label={t('orders:field.requirements')}
          right={optional}
          maxLength={2000}
        />
      </Section>
    </>
  )
}

function Line({ f, n }: { f: ContractFields; n: number }) {
  const { t } = useWords()
  return (
    <fieldset className="line-in">
      <legend className="vh">{t('orders:form.line', { n })}</legend>
      <InputDense
        {...f.field(lineField('model', n))}
        label={t('orders:field.model')}
        list={modelsId}
        maxLength={80}
        autoComplete="off"
      />
      <InputDense
        {...f.field(lineField('quantity', n))}
        label={t('orders:field.quantity')}
        inputMode="numeric"
        maxLength={6}
        autoComplete="off"
      />
      <InputDense
        {...f.field(lineField('price', n))}
        label={t('orders:field.unitPrice')}
        inputMode="decimal"
        placeholder="0.00"
        maxLength={20}
        autoComplete="off"
      />
    </fieldset>
  )
}
