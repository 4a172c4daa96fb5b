import { useNavigation } from '@remix-run/react'
import { type ReactNode, useEffect, useId } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { F, type FormProps } from '#app/ui/links.tsx'
import { orderPath } from './order-look.ts'
import { useOrder } from './use-order.ts'

/** A form that opens on the order's page, under its own address; the first field takes the cursor. */
export function OrderPanel({
  title,
  lede,
  submit,
  bad,
  formError,
  children,
  ...form
}: {
  title: string
  lede?: ReactNode
  submit: string
  /** It takes something away. */
  bad?: boolean
  formError?: ReactNode
  children: ReactNode
} & FormProps) {
  const { t } = useWords()
  const { number } = useOrder()
  const busy = useNavigation().state === 'submitting'
  const titleId = useId()
  useEffect(() => {
    const panel = document.getElementById(titleId)?.closest('section')
    panel?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus()
  }, [titleId])
  return (
    <Section title={title} id={titleId}>
      <F method="post" noValidate {...form}>
        <FormGrid>
          {formError && <FormError>{formError}</FormError>}
          {lede && <p>{lede}</p>}
          {children}
          <div className="actions">
            <Btn variant={bad ? 'bad' : 'go'} disabled={busy}>
              {submit}
            </Btn>
            <BtnLink variant="quiet" href={orderPath(number)}>
              {t('orders:form.cancel')}
            </BtnLink>
          </div>
        </FormGrid>
      </F>
    </Section>
  )
}
