import { unstable_usePrompt, useBeforeUnload, useNavigation } from '@remix-run/react'
import { type ReactNode, useCallback, useState } from 'react'
import type { LineField } from '#app/domain/orders/line-field.ts'
import { useWords } from '#app/i18n/use-words.ts'
import type { useFormOf } from '#app/routes/form.ts'
import { FormGrid, InputDense, SelectDense, TextAreaDense } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { FormProblems } from './form-problems.tsx'
import { LineFields } from './line-fields.tsx'
import type { ModelView } from './models-view.server.ts'

export type ContractFormField =
  | 'store'
  | 'number'
  | 'name'
  | 'phone'
  | 'email'
  | 'locale'
  | 'address'
  | 'orderedOn'
  | 'deliveryOn'
  | 'clerk'
  | 'requirements'
  | LineField

export type ContractFormState = ReturnType<typeof useFormOf<ContractFormField>>

/** The fields of a contract, customer first, as its paper has them. */
export function ContractFields({
  f,
  reply,
  models,
  lines,
  store,
  owed = {},
}: {
  f: ContractFormState
  /** What the action answered. */
  reply: unknown
  models: ModelView[]
  /** How many lines it has now. */
  lines: number
  /** Which store's, for head office. */
  store?: ReactNode
  /** What is still missing, said at its field until something is sent. */
  owed?: Partial<Record<ContractFormField, string>>
}) {
  const { t } = useWords()
  const optional = <span className="muted">{t('orders:form.optional')}</span>
  const sent = f.formError !== undefined || f.errors.length > 0
  const taken = f.refusal === 'orderNumberTaken' ? f.formError : undefined
  const field = (name: ContractFormField) => {
    const own = f.field(name)
    const error = own.error ?? (name === 'number' ? taken : undefined)
    return { ...own, error: error ?? (sent ? undefined : owed[name]) }
  }
  return (
    <>
      <FormProblems f={f} seen={taken && seenIn(reply)} />
      <Section title={t('orders:form.contract')}>
        <FormGrid two>
          {store}
          <InputDense {...field('number')} label={t('orders:field.number')} maxLength={40} />
          <InputDense {...field('clerk')} label={t('orders:field.clerk')} maxLength={80} />
          <InputDense {...field('orderedOn')} type="date" label={t('orders:field.orderedOn')} />
          <InputDense {...field('deliveryOn')} type="date" label={t('orders:field.deliveryOn')} />
        </FormGrid>
      </Section>
      <Section title={t('orders:form.customer')}>
        <FormGrid two>
          <InputDense {...field('name')} label={t('orders:field.name')} maxLength={80} />
          <InputDense
            {...field('phone')}
            type="tel"
            label={t('orders:field.phone')}
            maxLength={40}
          />
          <InputDense
            {...field('address')}
            label={t('orders:field.address')}
            maxLength={300}
            wide
          />
          <InputDense
            {...field('email')}
            type="email"
            label={t('orders:field.email')}
            right={optional}
            hint={t('orders:form.emailHint')}
            maxLength={254}
          />
          <SelectDense {...field('locale')} label={t('orders:field.locale')}>
            <option value="zh-CN">中文</option>
            <option value="en">English</option>
          </SelectDense>
        </FormGrid>
      </Section>
      <Section title={t('orders:form.lines')} right={t('orders:form.linesHint')}>
        <LineFields f={f} models={models} lines={lines} />
        <TextAreaDense
          {...field('requirements')}
          rows={3}
          label={t('orders:field.requirements')}
          right={optional}
          maxLength={2000}
        />
      </Section>
    </>
  )
}

/** The order that has the number already, where this colleague may open it. */
function seenIn(reply: unknown): string | undefined {
  const values = (reply as { refusal?: { values?: { seen?: unknown } } | null } | undefined)
    ?.refusal?.values
  return typeof values?.seen === 'string' ? values.seen : undefined
}

/** Whoever leaves a form with something typed in it is asked first. */
export function useLeaveGuard(): { onChange: () => void } {
  const { t } = useWords()
  const [typed, setTyped] = useState(false)
  const sending = useNavigation().formMethod === 'POST'
  unstable_usePrompt({
    message: t('orders:form.leave'),
    when: ({ currentLocation, nextLocation }) =>
      typed && !sending && currentLocation.pathname !== nextLocation.pathname,
  })
  useBeforeUnload(
    useCallback(
      (event) => {
        if (typed) event.preventDefault()
      },
      [typed],
    ),
  )
  return { onChange: () => setTyped(true) }
}
