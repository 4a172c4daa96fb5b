import { useNavigation } from '@remix-run/react'
import { type ReactNode, useEffect, useId } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { F, type FormProps } from '#app/ui/links.tsx'
import { customerPath } from './customer-paths.ts'
import { useCustomer } from './use-customer.ts'

/** A form that opens on the customer's page, under its own address; the first field takes the cursor. */
export function CustomerPanel({
  title,
  lede,
  submit,
  bad,
  two,
  formError,
  children,
  ...form
}: {
  title: string
  lede?: ReactNode
  submit: string
  /** It takes something away. */
  bad?: boolean
  two?: boolean
  formError?: ReactNode
  children: ReactNode
} & FormProps) {
  const { t } = useWords()
  const { id } = useCustomer()
  const busy = useNavigation().state === 'submitting'
  const titleId = useId()
  useEffect(() => {
    const panel = document.getElementById(titleId)?.closest('section')
    panel?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus()
  }, [titleId])
  return (
    <Section title={title} id={titleId}>
      <F method="post" noValidate {...form}>
        <FormGrid two={two}>
          {formError && (
            <div className="wide">
              <FormError>{formError}</FormError>
            </div>
          )}
          {lede && <p className="wide">{lede}</p>}
          {children}
          <div className="actions wide">
            <Btn variant={bad ? 'bad' : 'go'} disabled={busy}>
              {submit}
            </Btn>
            <BtnLink variant="quiet" href={customerPath(id)}>
              {t('tickets:form.cancel')}
            </BtnLink>
          </div>
        </FormGrid>
      </F>
    </Section>
  )
}
