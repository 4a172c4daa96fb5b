import { useWords } from '#app/i18n/use-words.ts'
import { TextLink } from '#app/ui/console/buttons.tsx'
import { FormError } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import type { ContractFormState } from './contract-form.tsx'
import { orderPath } from './order-look.ts'

const parts = { model: 'model', quantity: 'quantity', price: 'unitPrice' } as const

/** Everything that is wrong with a contract's form, each with its field or its line and a link there. */
export function FormProblems({ f, seen }: { f: ContractFormState; seen: string | undefined }) {
  const { t } = useWords()
  if (f.formError === undefined && f.errors.length === 0) return null
  const said = (href: string, problem: string) => {
    const name = href.slice(href.indexOf('-') + 1)
    const [, part, n] = /^(model|quantity|price)(\d+)$/.exec(name) ?? []
    const field = (part ? parts[part as keyof typeof parts] : name) as 'model'
    const words = { field: t(`orders:field.${field}`), problem }
    return n ? t('orders:form.atLine', { n, ...words }) : t('orders:form.atField', words)
  }
  return (
    <Section>
      <FormError>
        {f.formError ?? (
          <>
            {t('orders:form.problems')}
            <ul>
              {f.errors.map(({ href, message }) => (
                <li key={href}>
                  <a className="link" href={href}>
                    {said(href, message)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {seen && (
          <p>
            <TextLink href={orderPath(seen)}>
              {t('orders:form.seeOrder', { number: seen })}
            </TextLink>
          </p>
        )}
      </FormError>
    </Section>
  )
}
