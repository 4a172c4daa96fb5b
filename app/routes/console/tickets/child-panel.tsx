import { useNavigation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { FormError, FormGrid } from '#app/ui/console/fields.tsx'
import { Section } from '#app/ui/console/sections.tsx'
import { F, type FormProps } from '#app/ui/links.tsx'
import { useTicket } from './use-ticket.ts'

/** A form that opens on the ticket's page, under its own address; the first field takes the cursor. */
export function ChildPanel({
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
  children?: ReactNode
} & FormProps) {
  const { t } = useWords()
  const { number } = useTicket()
  const busy = useNavigation().state === 'submitting'
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>(
      'input:not([type=hidden]):checked, input:not([type=hidden]):not([type=radio]), textarea, select, input[type=radio], button',
    )
    first?.focus()
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={panel}>
      <Section title={title}>
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
              <BtnLink variant="quiet" href={`/console/tickets/${number}`}>
                {t('tickets:form.cancel')}
              </BtnLink>
            </div>
          </FormGrid>
        </F>
      </Section>
    </div>
  )
}
